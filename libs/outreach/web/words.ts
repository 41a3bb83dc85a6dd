/** Every word of the ladder on a conference's page and of the demo's mailbox. */
export const words = {
  since: 'What has been sent, and what comes next',
  plan: 'What its teams will get afterwards',
  label: 'The follow-up, step by step',
  unplannedTitle: 'Nothing is planned for afterwards',
  unplanned: 'Those who come would hear nothing once they are home, and a month of silence closes the window that a conference opens. Plan the first steps now; light mail first.',
  unplannedAfter: 'The conference is over and its teams hear nothing. A first digest can still go out today.',
  nothingYet: 'The sponsors have not said yet what comes after it.',
  useOffered: 'Plan these four digests',
  offeredDone: 'Planned. You can change each step until it is sent.',
  nextIs: (what: string) => `Next: ${what}, `,
  allSent: 'Everything that was planned has been sent.',
  digest: 'A digest to those who came: what is new for their district',
  message: (name: string, title: string | null, organization: string | null, absent: boolean) => `A message from ${[name, title, organization].filter(Boolean).join(', ')} to those who ${absent ? 'were invited and did not come' : 'came'}`,
  about: (subject: string) => `“${subject}”`,
  planned: (after: string) => `${after} after the end`,
  sending: 'being put together now',
  mails: (sent: number, all: number) => `${sent} of ${all} mails sent`,
  withheld: (count: number) => `${count} held back: the reader wants none, or the address does not work`,
  failed: (count: number) => `${count} could not be delivered, or nobody can say`,
  addDigest: 'Add a digest',
  writeMessage: 'Write a message',
  messageLead: 'It is sent in your leader’s name to everybody at once, on its date. Until then you can change it.',
  when: 'How long after the end',
  amount: 'Number',
  unit: 'Counted in',
  units: [
    { value: 'minutes', label: 'Minutes' },
    { value: 'hours', label: 'Hours' },
    { value: 'days', label: 'Days' },
    { value: 'weeks', label: 'Weeks' },
  ],
  to: 'To whom',
  audiences: [
    { value: 'attended', label: 'Those who came' },
    { value: 'absent', label: 'Those who were invited and did not come' },
  ],
  from: 'Whose leader signs',
  name: 'The leader who signs',
  nameHint: 'As the letter is signed: Eleanor Marsh',
  leaderTitle: 'What that leader is',
  leaderTitleHint: 'President',
  subject: 'Subject',
  body: 'The message',
  save: 'Put it on the ladder',
  saveChange: 'Save the change',
  saved: 'It is on the ladder.',
  change: 'Change',
  preview: 'See it as a mail',
  previewTitle: 'As its readers will get it',
  remove: 'Take off',
  removed: 'It is off the ladder.',
  cancel: 'Leave it',

  mailboxTitle: 'Mailbox of the demo',
  mailboxLead: 'All mail that the demo’s invented people get, as it would have left. Nothing leaves this machine, and a real Accord has no such page.',
  everybody: 'Everybody',
  whose: 'Whose mail',
  count: (count: number) => (count === 1 ? '1 mail' : `${count} mails`),
  noMailTitle: 'No mail yet',
  noMail: 'Mail comes within seconds of what causes it: ask for a sign-in code, or wait for the first digest.',
  letterMissingTitle: 'No such mail',
  letterMissing: 'It was swept away, or it never was here. Mail of the demo is kept for 30 days.',
  back: 'All mail',
  asMail: 'As a mail program shows it',
  asText: 'Plain text',
  headers: 'Headers',
  header: 'Header',
  value: 'Value',
  headersCaption: 'What a mail program reads before anybody does',
  noHeaders: 'No header beside the usual ones: this mail cannot be unsubscribed from.',
  toWhom: (name: string) => `To ${name}`,
  older: 'Show older mail',
  frame: 'The mail',
};

/** "10 minutes", "3 days", "6 weeks": how long after the end, in the largest unit that fits. */
export function spanWords(days: number, minutes: number): string {
  const of = (count: number, unit: string): string => `${count} ${unit}${count === 1 ? '' : 's'}`;
  const parts = [
    ...(days > 0 ? [days % 7 === 0 ? of(days / 7, 'week') : of(days, 'day')] : []),
    ...(minutes > 0 ? [minutes % 60 === 0 ? of(minutes / 60, 'hour') : of(minutes, 'minute')] : []),
  ];
  return parts.length > 0 ? parts.join(' and ') : 'At once';
}

/** The largest unit in which a span is a whole number, for a form. */
export function spanParts(days: number, minutes: number): { amount: number; unit: 'minutes' | 'hours' | 'days' | 'weeks' } {
  if (minutes === 0 && days > 0) return days % 7 === 0 ? { amount: days / 7, unit: 'weeks' } : { amount: days, unit: 'days' };
  const all = days * 1440 + minutes;
  return all > 0 && all % 60 === 0 ? { amount: all / 60, unit: 'hours' } : { amount: all, unit: 'minutes' };
}
