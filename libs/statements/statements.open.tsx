import { DayOf, type OpenPart, Paragraphs } from '@app/platform/open';
import { reportPath } from '@app/moderation';
import { STATEMENT, Statements } from './statements.service.js';

const say = {
  title: 'How they work together',
  signed: 'Signed by all three seats',
  report: 'Report this statement',
};

/** The statement that stands for everybody, on its district's page: the text, and the seats that signed it. */
export const statementOnDistrict: OpenPart = {
  page: '/districts/:slug',
  read: async (get, organizationId) => {
    const act = await get(Statements).standing(organizationId);
    if (!act?.completedAt) return null;
    const signed = act.seats.flatMap(({ words, signature }) => (signature ? [{ seat: words, signed: signature.signedAt }] : []));
    return {
      title: say.title,
      body: (
        <>
          <Paragraphs text={act.text} />
          <h3>{say.signed}</h3>
          <ul>
            {signed.map(({ seat, signed: at }) => (
              <li key={seat}>
                {seat}, <DayOf at={at} />
              </li>
            ))}
          </ul>
          <p>
            <a href={reportPath(STATEMENT, act.id)} className="ui-link">
              {say.report}
            </a>
          </p>
        </>
      ),
      facts: { statement: { id: act.id, version: act.version, text: act.text, since: act.completedAt.toISOString(), signed_by: signed.map(({ seat, signed: at }) => ({ seat, signed: new Date(at).toISOString() })) } },
      modified: act.completedAt,
    };
  },
};
