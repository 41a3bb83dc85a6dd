import { crc32, deflateSync } from 'node:zlib';

/** A table as a spreadsheet reads it. */
export function aCsv(rows: readonly (readonly (string | number)[])[]): Buffer {
  const cell = (value: string | number): string => (/[",\n]/.test(String(value)) ? `"${String(value).replaceAll('"', '""')}"` : String(value));
  return Buffer.from(`${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`);
}

/** One page of plain lines that every reader of PDF opens; letters of ASCII only. */
export function aPdf(title: string, lines: readonly string[]): Buffer {
  const escaped = (text: string): string => text.replace(/[^\x20-\x7E]/g, '-').replace(/[\\()]/g, '\\$&');
  const words = [`BT /F2 16 Tf 72 720 Td (${escaped(title)}) Tj ET`, ...lines.map((line, at) => `BT /F1 11 Tf 72 ${690 - at * 17} Td (${escaped(line)}) Tj ET`)].join('\n');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R /Lang (en-US) /ViewerPreferences << /DisplayDocTitle true >> >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R /F2 6 0 R >> >> >>',
    `<< /Length ${words.length} >>\nstream\n${words}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold >>',
    `<< /Title (${escaped(title)}) >>`,
  ];
  let text = '%PDF-1.4\n';
  const places = objects.map((object, at) => {
    const place = text.length;
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const end = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 7 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
  return Buffer.from(text + end, 'latin1');
}

/** A grey square; `note` is carried along as text inside the picture. */
export function aPng(note = ''): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const head = Buffer.from([0, 0, 0, 2, 0, 0, 0, 2, 8, 0, 0, 0, 0]);
  const rows = deflateSync(Buffer.from([0, 128, 128, 0, 128, 128]));
  const notes = note ? [chunk('tEXt', Buffer.from(`Comment\0${note}`, 'latin1'))] : [];
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk('IHDR', head), ...notes, chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))]);
}

/** The smallest lossless picture of its kind. */
export function aWebp(): Buffer {
  return Buffer.from('UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==', 'base64');
}

/** An archive whose members are stored as they are. */
export function aZip(members: Record<string, string>): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let place = 0;
  for (const [name, text] of Object.entries(members)) {
    const [label, data] = [Buffer.from(name), Buffer.from(text)];
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt32LE(crc32(data), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(data.length, 18);
    common.writeUInt16LE(label.length, 22);
    const entry = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, label, data]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(place, 10);
    central.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, tail, label]));
    local.push(entry);
    place += entry.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(central.length, 4);
  end.writeUInt16LE(central.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(place, 12);
  return Buffer.concat([...local, directory, Buffer.from('PK\x05\x06', 'latin1'), end]);
}

const PARTS = {
  docx: { part: '/word/document.xml', type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml' },
  pptx: { part: '/ppt/presentation.xml', type: 'application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml' },
  xlsx: { part: '/xl/workbook.xml', type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml' },
  docm: { part: '/word/document.xml', type: 'application/vnd.ms-word.document.macroEnabled.main+xml' },
};

/** What an office program would call one of its files: enough to be told apart, not to be printed. `docm` carries macros. */
export function anOfficeFile(kind: keyof typeof PARTS): Buffer {
  const { part, type } = PARTS[kind];
  return aZip({
    '[Content_Types].xml': `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="${part}" ContentType="${type}"/></Types>`,
    [part.slice(1)]: '<document/>',
  });
}

/** A grey photograph that says where it was taken and by whom. */
export function aJpeg(): Buffer {
  return Buffer.from(
    '/9j/4QFURXhpZgAASUkqAAgAAAAIABIBAwABAAAAAQAAABoBBQABAAAAbgAAABsBBQABAAAAdgAAACgBAwABAAAAAgAAABMCAwABAAAAAQAAAJiCAgAaAAAAfgAAAGmHBAABAAAAmAAAACWIBAABAAAA5gAAAAAAAAA4YwAA6AMAADhjAADoAwAAU29tZWJvZHkgYXQgMTIgRWxtIFN0cmVldAAGAACQBwAEAAAAMDIxMAGRBwAEAAAAAQIDAACgBwAEAAAAMDEwMAGgAwABAAAA//8AAAKgBAABAAAACAAAAAOgBAABAAAACAAAAAAAAAAEAAEAAgACAAAATgAAAAIABQADAAAANAEAAAMAAgACAAAAVwAAAAQABQADAAAAHAEAAAAAAAAAAAAAAQAAAAcAAAABAAAADhEAAGQAAAAzAAAAAQAAAB4AAAABAAAAngwAAGQAAAD/2wBDABQODxIPDRQSEBIXFRQYHjIhHhwcHj0sLiQySUBMS0dARkVQWnNiUFVtVkVGZIhlbXd7gYKBTmCNl4x9lnN+gXz/2wBDARUXFx4aHjshITt8U0ZTfHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHz/wAARCAAIAAgDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAL/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFAEBAAAAAAAAAAAAAAAAAAAAAP/EABQRAQAAAAAAAAAAAAAAAAAAAAD/2gAMAwEAAhEDEQA/ALAB/9k=',
    'base64',
  );
}

/** The beginning of a film in its container, followed by bytes that stand for the film. */
export function aVideo(bytes = 64): Buffer {
  const head = Buffer.from('0000001866747970' + '69736f6d' + '00000200' + '69736f6d' + '6d703432', 'hex');
  const film = Buffer.alloc(bytes);
  for (let at = 0; at < bytes; at++) film[at] = (at * 2_654_435_761) >>> 24;
  const box = Buffer.alloc(8);
  box.writeUInt32BE(bytes + 8);
  box.write('mdat', 4, 'latin1');
  return Buffer.concat([head, box, film]);
}

/** What is said in a film, and when. */
export function captions(...lines: string[]): Buffer {
  const at = (seconds: number): string => `00:00:${String(seconds).padStart(2, '0')}.000`;
  return Buffer.from(`WEBVTT\n\n${lines.map((line, n) => `${at(n * 3)} --> ${at(n * 3 + 3)}\n${line}\n`).join('\n')}`);
}
