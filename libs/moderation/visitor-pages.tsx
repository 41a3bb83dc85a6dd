import { controlOf, FormField, SendButton } from '@app/platform/open';
import { reasonWords } from './reason-words.js';
import { REPORT_PAGE } from './report-path.js';
import { REPORT_REASONS } from './report.entity.js';
import type { Reported } from './reportable.js';
import type { About, VisitorReportView } from './visitor-reports.service.js';

/** Every word of the pages on which visitors report something. */
export const visitorWords = {
  title: 'Report this to the stewards',
  lead: 'The stewards run this place for both sides of the table. They read a copy of what everybody sees now, decide, and tell you by mail. You need no account, and nobody else learns that you reported it.',
  mistaken: 'This could not be sent yet. What is missing stands beside its field.',
  about: 'This is about',
  reason: 'What is wrong with it?',
  choose: 'Choose',
  words: 'What should the stewards know?',
  wordsHint: 'Which words, and why they should not stand. Name no student here.',
  address: 'Your e-mail address',
  addressHint: 'We send it one mail with a link, on whose page you confirm the report. The stewards’ answer goes there, too, and nothing else.',
  trap: 'Leave this field empty',
  send: 'Send the report',
  sentTitle: 'Look into your mail',
  sentLead: 'Your report waits until you confirm it: open the link in the mail that we sent to your address. An address gets one such mail an hour at most, and its page shows all that you have reported. After two days what is not confirmed is taken away.',
  tooManyTitle: 'Too many reports at once',
  confirmTitle: 'Confirm your report',
  confirmLead: 'Nothing reaches the stewards before you confirm it here. What you did not write yourself, leave as it is: it is taken away after two days.',
  confirm: 'Send this to the stewards',
  confirmed: 'The stewards have your report. You get a mail when they have decided.',
  notOpen: 'It is not open to everybody any more, so there is nothing left to report.',
};
const say = visitorWords;

/** The form: what it is about, what is wrong, and where the answer goes. */
export function ReportForm({ about, reported, typed = {}, mistakes = {} }: { about: About; reported: Reported; typed?: Record<string, string>; mistakes?: Record<string, string> }) {
  return (
    <form method="post" action={REPORT_PAGE}>
      <p>
        {say.about}: <a href={reported.path}>{reported.title}</a>
      </p>
      <input type="hidden" name="about" value={`${about.kind}:${about.id}`} />
      <FormField name="reason" label={say.reason} mistake={mistakes['reason']}>
        <select {...controlOf('reason', { mistake: mistakes['reason'] })} defaultValue={typed['reason'] ?? ''} required>
          <option value="">{say.choose}</option>
          {REPORT_REASONS.map((reason) => (
            <option key={reason} value={reason}>
              {reasonWords[reason]}
            </option>
          ))}
        </select>
      </FormField>
      <FormField name="words" label={say.words} hint={say.wordsHint} mistake={mistakes['words']}>
        <textarea {...controlOf('words', { hint: true, mistake: mistakes['words'] })} rows={4} maxLength={2000} defaultValue={typed['words'] ?? ''} />
      </FormField>
      <FormField name="address" label={say.address} hint={say.addressHint} mistake={mistakes['address']}>
        <input {...controlOf('address', { hint: true, mistake: mistakes['address'] })} type="email" autoComplete="email" maxLength={254} defaultValue={typed['address'] ?? ''} required />
      </FormField>
      <label className="plain-trap" aria-hidden="true">
        {say.trap} <input name="website" tabIndex={-1} autoComplete="off" />
      </label>
      <SendButton>{say.send}</SendButton>
    </form>
  );
}

/** What waits for the word of whoever owns the address, and what has gone its way. */
export function ConfirmReports({ reports, to }: { reports: readonly VisitorReportView[]; to: string }) {
  return reports.map(({ report, reported }) => (
    <section key={report.id} className="ui-section">
      <h2 className="ui-section-title">{reported?.title ?? say.notOpen}</h2>
      <p>{reasonWords[report.reason]}</p>
      {report.words && <blockquote>{report.words}</blockquote>}
      {report.confirmedAt ? (
        <p>
          <strong>{say.confirmed}</strong>
        </p>
      ) : (
        reported && (
          <form method="post" action={to}>
            <input type="hidden" name="id" value={report.id} />
            <SendButton>{say.confirm}</SendButton>
          </form>
        )
      )}
    </section>
  ));
}
