import { feed, type SearchSource } from '@app/platform/search';
import { Database } from '@app/platform/database';
import { Organizations, pathOf } from '@app/organizations';
import { Signatures } from '@app/signatures';
import { StatementChanged } from './statements.events.js';
import { STATEMENT } from './statements.service.js';

/** The statements that stand for everybody; one that was ended or taken down answers nothing and leaves the index. */
export const statementSearch: SearchSource = {
  kind: 'statement',
  weight: 1,
  feeds: [feed(StatementChanged, ({ organizationId }) => [organizationId])],
  read: async (get, ids) => {
    const standing = (await get(Signatures).standing(STATEMENT, ids)).filter(({ audience }) => audience === 'public');
    const organizations = await get(Organizations).byIds(standing.map((one) => one.subjectId));
    return standing.flatMap(({ subjectId, title, text, audience, completedAt }) => {
      const organization = organizations.find(({ id }) => id === subjectId);
      return organization ? [{ id: subjectId, title, body: text, audience, path: pathOf(organization), organizationId: subjectId, state: organization.state, at: completedAt }] : [];
    });
  },
  all: async (get) => (await get(Database).query<{ id: string }>(`select organization_id as id from statement order by 1`)).map(({ id }) => id),
};
