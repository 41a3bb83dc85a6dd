import { crc32, deflateRawSync, deflateSync } from 'node:zlib';
import { aJpeg, anOfficeFile, aPdf, aPng, aVideo, aWebp, aZip, EICAR } from '@app/platform/files/testing';

/** A file that means no good, and what has to come of it: refused on arrival, refused by the scanner, or kept as an attachment that does nothing. */
export interface HostileFile {
  what: string;
  name: string;
  bytes: () => Buffer;
  fate: 'refused' | 'infected' | 'kept';
}

const MB = 1024 * 1024;
const SCRIPT = '<script>alert(1)</script>';
const HTML = `<!doctype html><html><body>${SCRIPT}</body></html>`;
const SVG = `<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)">${SCRIPT}</svg>`;
const XHTML = `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body>${SCRIPT}</body></html>`;
const PDF = aPdf('Minutes', ['We met.']);
const REAL: Record<string, Buffer> = { pdf: PDF, png: aPng(), jpg: aJpeg(), webp: aWebp(), docx: anOfficeFile('docx'), pptx: anOfficeFile('pptx'), xlsx: anOfficeFile('xlsx'), mp4: aVideo() };
const ALL = [...Object.keys(REAL), 'csv', 'txt', 'vtt'];

interface Member {
  name: string;
  data?: Buffer;
  packed?: Buffer;
  /** What it claims to be unpacked. */
  size?: number;
  mode?: number;
  flags?: number;
}

/** An archive that says of itself whatever one likes. */
function archive(members: Member[]): Buffer {
  const [local, central]: [Buffer[], Buffer[]] = [[], []];
  let place = 0;
  for (const { name, data = Buffer.from('x'), packed, size, mode = 0, flags = 0 } of members) {
    const [label, body] = [Buffer.from(name, 'latin1'), packed ?? data];
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(flags, 2);
    common.writeUInt16LE(packed ? 8 : 0, 4);
    common.writeUInt32LE(packed ? 0 : crc32(data), 10);
    common.writeUInt32LE(body.length, 14);
    common.writeUInt32LE(size ?? (packed ? 14 * MB : data.length), 18);
    common.writeUInt16LE(label.length, 22);
    const entry = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, label, body]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE((mode << 16) >>> 0, 6);
    tail.writeUInt32LE(place, 10);
    central.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x03', 'latin1'), common, tail, label]));
    local.push(entry);
    place += entry.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(members.length, 4);
  end.writeUInt16LE(members.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(place, 12);
  return Buffer.concat([...local, directory, Buffer.from('PK\x05\x06', 'latin1'), end]);
}

const TYPES = {
  docx: ['word/document.xml', 'wordprocessingml.document'],
  pptx: ['ppt/presentation.xml', 'presentationml.presentation'],
  xlsx: ['xl/workbook.xml', 'spreadsheetml.sheet'],
} as const;

/** Something that passes for an Office file at first sight, with more in it than there should be. */
function office(kind: keyof typeof TYPES, more: Member[]): Buffer {
  const [part, type] = TYPES[kind];
  const types = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.${type}.main+xml"/></Types>`;
  return archive([{ name: '[Content_Types].xml', data: Buffer.from(types) }, { name: part, data: Buffer.from('<document/>') }, ...more]);
}

let zeros: Buffer | null = null;
/** 14 MB of nothing, packed a thousandfold. */
const packed = (): Buffer => (zeros ??= deflateRawSync(Buffer.alloc(14 * MB)));

/** The first bytes of a picture that claims to be so large. */
function claims(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 0, 0, 0, 0], 8);
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk('IHDR', head), chunk('IDAT', deflateSync(Buffer.alloc(4096))), chunk('IEND', Buffer.alloc(0))]);
}

const refused = (what: string, name: string, bytes: Buffer | (() => Buffer)): HostileFile => ({ what, name, bytes: typeof bytes === 'function' ? bytes : () => bytes, fate: 'refused' });
const kept = (what: string, name: string, bytes: Buffer): HostileFile => ({ what, name, bytes: () => bytes, fate: 'kept' });

const PAGES: [string, string][] = [['a web page', HTML], ['a drawing with a script', SVG], ['a page of XML', XHTML], ['a web page after blank lines', `\n\t \n${HTML}`]];
const FORBIDDEN = ['svg', 'svgz', 'html', 'htm', 'xhtml', 'xml', 'js', 'mjs', 'css', 'php', 'jsp', 'exe', 'dll', 'sh', 'bat', 'hta', 'lnk', 'jar', 'swf', 'wasm', 'zip', 'docm', 'xlsm', 'pptm', 'doc', 'xls', 'eml', 'mht', 'iso', 'htaccess'];
const NAMES = [
  '../../../../tmp/evil.pdf', '..\\..\\evil.pdf', '/etc/evil.pdf', 'C:\\evil.pdf', './.././evil.pdf', '....//....//evil.pdf', '%2e%2e%2fevil.pdf', 'evil\u0000.pdf', 'evil\r\nSet-Cookie: a=b.pdf',
  'evil\u202Efdp.exe.pdf', 'evil\u200B.pdf', 'evil".pdf', "evil';drop table file;--.pdf", '<img src=x onerror=alert(1)>.pdf', `${'e'.repeat(4000)}.pdf`, `${'新'.repeat(1000)}.pdf`, `${'../'.repeat(1300)}evil.pdf`, 'CON.pdf', 'evil.pdf::$DATA.pdf',
];

const files: HostileFile[] = [
  ...ALL.flatMap((ending) => PAGES.map(([what, text]) => refused(`${what} that calls itself ${ending}`, `evil.${ending}`, Buffer.from(text)))),
  ...FORBIDDEN.map((ending) => refused(`a file that ends with ${ending}`, `evil.${ending}`, Buffer.from(HTML))),
  ...Object.entries(REAL).flatMap(([own, bytes]) => Object.keys(REAL).filter((other) => other !== own).map((other) => refused(`${own} that calls itself ${other}`, `evil.${other}`, bytes))),
  ...(Object.keys(TYPES) as (keyof typeof TYPES)[]).flatMap((kind) => [
    ...['../../evil.txt', '/etc/evil.txt', '..\\evil.txt', 'C:/evil.txt', 'a/../../evil.txt'].map((name) => refused(`a ${kind} with a part called ${name}`, `evil.${kind}`, office(kind, [{ name }]))),
    refused(`a ${kind} with a part that is a link`, `evil.${kind}`, office(kind, [{ name: 'word/evil', data: Buffer.from('/etc/passwd'), mode: 0o120777 }])),
    refused(`a ${kind} of 1,200 parts`, `evil.${kind}`, () => office(kind, Array.from({ length: 1200 }, (_, at) => ({ name: `part${at}.xml` })))),
    refused(`a ${kind} that is 210 MB unpacked`, `evil.${kind}`, () => office(kind, Array.from({ length: 15 }, (_, at) => ({ name: `part${at}.xml`, packed: packed() })))),
    refused(`a ${kind} that is packed a thousandfold`, `evil.${kind}`, () => office(kind, [{ name: 'part.xml', packed: packed() }])),
    refused(`a ${kind} that hides how large it is`, `evil.${kind}`, () => office(kind, [{ name: 'part.xml', packed: packed(), size: 1000 }])),
    refused(`a ${kind} with macros`, `evil.${kind}`, office(kind, [{ name: `${kind === 'docx' ? 'word' : 'xl'}/vbaProject.bin` }])),
    refused(`a ${kind} that is locked`, `evil.${kind}`, office(kind, [{ name: 'part.xml', flags: 1 }])),
    refused(`a ${kind} that breaks off`, `evil.${kind}`, office(kind, [{ name: 'part.xml', data: Buffer.alloc(5000) }]).subarray(0, -40)),
  ]),
  refused('a picture of 3,600 million points', 'evil.png', claims(60_000, 60_000)),
  refused('a picture of a hundred million points and a few', 'evil.png', claims(10_001, 10_000)),
  refused('a picture that breaks off', 'evil.png', aPng().subarray(0, 40)),
  refused('a photograph that breaks off', 'evil.jpg', aJpeg().subarray(0, 500)),
  refused('a name that is nothing after its last folder', 'evil.pdf/.', PDF),
  refused('nothing at all', 'evil.pdf', Buffer.alloc(0)),
  refused('a text with a NUL', 'evil.txt', Buffer.from('a\0b')),
  refused('a picture of the web that is a web page as well', 'evil.webp', Buffer.concat([Buffer.from('RIFF'), Buffer.from(HTML)])),
  kept('a PDF that is a web page as well', 'evil.pdf', Buffer.concat([PDF, Buffer.from(HTML)])),
  kept('a PDF that is an archive as well', 'evil.pdf', Buffer.concat([PDF, aZip({ '../evil.txt': 'x' })])),
  kept('a PDF that wants to run a script', 'evil.pdf', Buffer.from(PDF.toString('latin1').replace('/Type /Catalog', '/Type /Catalog /OpenAction << /S /JavaScript /JS (app.alert(1)) >>'), 'latin1')),
  kept('a PDF that breaks off', 'evil.pdf', PDF.subarray(0, 200)),
  kept('a drawing with a script in its notes', 'evil.png', aPng(SCRIPT)),
  kept('a text that speaks of a script', 'evil.txt', Buffer.from(`Say ${SCRIPT} aloud`)),
  kept('a table of formulas', 'evil.csv', Buffer.from('=cmd|calc!A1,@SUM(1)\n')),
  kept('a letter that names what lies elsewhere', 'evil.docx', office('docx', [{ name: 'word/evil.xml', data: Buffer.from('<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><a>&e;</a>') }])),
  kept('a letter with a thousand entities in one another', 'evil.docx', aZip({ '[Content_Types].xml': office('docx', []).toString('latin1').match(/<\?xml.*?<\/Types>/)?.[0] ?? '', 'word/document.xml': `<!DOCTYPE a [<!ENTITY b "${'x'.repeat(1000)}">${Array.from({ length: 9 }, (_, at) => `<!ENTITY c${at} "${`&${at === 0 ? 'b' : `c${at - 1}`};`.repeat(10)}">`).join('')}]><a>&c8;</a>` })),
  { what: 'a text with the scanner’s test in it', name: 'evil.txt', bytes: () => EICAR, fate: 'infected' },
  { what: 'a PDF with the scanner’s test in it', name: 'evil.pdf', bytes: () => Buffer.concat([PDF, EICAR]), fate: 'infected' },
  { what: 'a letter with the scanner’s test in it', name: 'evil.docx', bytes: () => office('docx', [{ name: 'word/evil.txt', data: EICAR }]), fate: 'infected' },
  ...NAMES.map((name, at): HostileFile => ({ what: `a name that leads elsewhere (${at + 1})`, name, bytes: () => Buffer.from(`words ${at}`), fate: 'kept' })),
];

/** All of them; the names are those of texts, which anybody may send. */
export const hostileFiles = files.map((file) => (file.what.startsWith('a name that leads') ? { ...file, name: file.name.replace(/\.pdf$/, '.txt') } : file));
