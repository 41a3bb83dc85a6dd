/** An instant in words, on the clocks of a zone: "Wednesday, November 25 at 2:50 p.m. Central". */
export function momentIn(zone: string, at: Date): string {
  const part = (options: Intl.DateTimeFormatOptions): string => new Intl.DateTimeFormat('en-US', { timeZone: zone, ...options }).format(at);
  const time = part({ hour: 'numeric', minute: '2-digit' }).replace(/\s?AM$/, ' a.m.').replace(/\s?PM$/, ' p.m.');
  const name = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longGeneric' }).formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? zone;
  return `${part({ weekday: 'long', month: 'long', day: 'numeric' })} at ${time} ${name.replace(/ Time$/, '')}`;
}
