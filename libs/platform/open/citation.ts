/** Something that can be cited: what it is called, who stands behind it, and since when it is as it is. */
export interface Work {
  kind: 'report' | 'webpage' | 'document';
  title: string;
  /** Organizations, the first one first; persons are not named to visitors. */
  authors: readonly string[];
  /** A day, a month or a year: 2027-01-31, 2011-07, 2011. Null where nobody knows. */
  date: string | null;
  /** Who puts it before the public. */
  publisher: string;
  /** Its permanent address; in an open page the path of it. */
  url: string;
  version?: number;
}

/** A work in the three usual styles, and for programs. */
export interface Citations {
  apa: string;
  mla: string;
  chicago: string;
}

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const SHORT = ['Jan.', 'Feb.', 'Mar.', 'Apr.', 'May', 'June', 'July', 'Aug.', 'Sept.', 'Oct.', 'Nov.', 'Dec.'];

interface Parts {
  year: string | null;
  month: number | null;
  day: number | null;
}

function partsOf(date: string | null): Parts {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(date ?? '') ?? [];
  return { year: year ?? null, month: month ? Number(month) : null, day: day ? Number(day) : null };
}

const line = (text: string): string => text.replace(/\s+/g, ' ').trim();
/** A sentence ends once, whatever sign its words end with. */
const ended = (text: string): string => (/[.!?…]["”’]?$/.test(text) ? text : `${text}.`);

function listed(authors: readonly string[], and: string): string {
  if (authors.length < 3) return authors.join(` ${and} `);
  return `${authors.slice(0, -1).join(', ')}, ${and} ${authors.at(-1) ?? ''}`;
}

function plain(work: Work): Work {
  return { ...work, title: line(work.title), authors: work.authors.map(line).filter(Boolean) };
}

/** A reference as a list of works has it: APA (7th edition), MLA (9th) and Chicago (17th, bibliography). */
export function citationsOf(given: Work): Citations {
  const { title, authors, date, publisher, url, version } = plain(given);
  const { year, month, day } = partsOf(date);
  const whenApa = year ? [year, [month ? MONTHS[month - 1] : '', day].filter(Boolean).join(' ')].filter(Boolean).join(', ') : 'n.d.';
  const whenMla = year ? [day, month ? SHORT[month - 1] : '', year].filter(Boolean).join(' ') : null;
  const whenChicago = year ? [[month ? MONTHS[month - 1] : '', day].filter(Boolean).join(' '), year].filter(Boolean).join(day ? ', ' : ' ') : 'n.d.';
  const numbered = version ? ` (Version ${version})` : '';
  return {
    apa: [authors.length > 0 ? ended(listed(authors, '&')) : '', `(${whenApa}).`, ended(`${title}${numbered}`), ended(publisher), url].filter(Boolean).join(' '),
    mla: [authors.length > 0 ? ended(listed(authors, 'and')) : '', `“${ended(title)}”`, `${[publisher, version ? `version ${version}` : '', whenMla, url.replace(/^https?:\/\//, '')].filter(Boolean).join(', ')}.`].filter(Boolean).join(' '),
    chicago: [authors.length > 0 ? ended(listed(authors, 'and')) : '', `“${ended(title)}”`, version ? `Version ${version}.` : '', ended(publisher), ended(whenChicago), `${url}.`].filter(Boolean).join(' '),
  };
}

/** For citation managers that read CSL, such as Zotero. */
export function cslOf(given: Work): Record<string, unknown>[] {
  const work = plain(given);
  const { year, month, day } = partsOf(work.date);
  return [
    {
      id: work.url,
      type: work.kind,
      title: work.title,
      author: work.authors.map((literal) => ({ literal })),
      ...(year ? { issued: { 'date-parts': [[Number(year), ...(month ? [month] : []), ...(month && day ? [day] : [])]] } } : {}),
      publisher: work.publisher,
      'container-title': work.publisher,
      ...(work.version ? { version: String(work.version) } : {}),
      URL: work.url,
    },
  ];
}

const TEX: Record<string, string> = { '\\': '\\textbackslash{}', '{': '\\{', '}': '\\}', '%': '\\%', '#': '\\#', '&': '\\&', _: '\\_', $: '\\$', '~': '\\textasciitilde{}', '^': '\\textasciicircum{}' };
const tex = (text: string): string => line(text).replace(/[\\{}%#&_$~^]/g, (sign) => TEX[sign] ?? sign);

/** For LaTeX. Braces within braces keep the names of organizations and the capitals of titles as they are. */
export function bibtexOf(given: Work): string {
  const { kind, title, authors, date, publisher, url, version } = plain(given);
  const { year, month, day } = partsOf(date);
  const key = `accord-${(url.split(/[/?=]/).filter(Boolean).at(-1) ?? '').replace(/[^\w-]/g, '')}`;
  const fields: [string, string | null][] = [
    ['title', `{${tex(title)}}`],
    ['author', authors.length > 0 ? authors.map((author) => `{${tex(author)}}`).join(' and ') : null],
    ['year', year],
    ['month', month ? String(month) : null],
    ['day', month && day ? String(day) : null],
    [kind === 'report' ? 'institution' : 'publisher', `{${tex(publisher)}}`],
    ['version', version ? String(version) : null],
    ['url', url.replace(/[{}\\]/g, encodeURIComponent)],
  ];
  const lines = fields.flatMap(([name, value]) => (value === null ? [] : [`  ${name} = {${value}}`]));
  return `@${kind === 'report' ? 'techreport' : 'misc'}{${key},\n${lines.join(',\n')}\n}\n`;
}

const RIS: Record<Work['kind'], string> = { report: 'RPRT', webpage: 'ELEC', document: 'GEN' };

/** For EndNote, Mendeley and RefWorks. */
export function risOf(given: Work): string {
  const { kind, title, authors, date, publisher, url, version } = plain(given);
  const { year, month, day } = partsOf(date);
  const two = (number: number | null): string => (number ? String(number).padStart(2, '0') : '');
  const lines: [string, string | null][] = [
    ['TY', RIS[kind]],
    ['TI', title],
    ...authors.map((author): [string, string] => ['AU', author]),
    ['PY', year],
    ['DA', year ? `${year}/${two(month)}/${two(day)}` : null],
    ['PB', publisher],
    ['ET', version ? String(version) : null],
    ['UR', url],
  ];
  return `${lines.flatMap(([tag, value]) => (value === null ? [] : [`${tag}  - ${line(value)}`])).join('\r\n')}\r\nER  - \r\n`;
}
