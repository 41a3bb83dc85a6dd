// oxlint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u001f\u007f]/g;

/** What follows the question mark of an address, without signs that nobody types and PostgreSQL refuses. */
export function questionIn(address: string): URLSearchParams {
  return new URLSearchParams([...new URLSearchParams(address.split('?', 2)[1] ?? '')].map(([name, value]): [string, string] => [name, value.replace(CONTROL, ' ')]));
}
