import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { newId } from '@app/platform/database';
import { type Actor, type HttpAnswer, openHouse, type TestHouse } from '../../../test/setup/house.js';
import { BlobStore } from './blob.store.js';
import { cleanFileName } from './file-name.js';
import { Files } from './files.service.js';
import { aBucket, aFolder, type Home } from './testing/homes.js';
import { aCsv, aJpeg, anOfficeFile, aPdf, aPng, aVideo, aWebp, aZip, captions } from './testing/index.js';

describe.each([
  ['a folder', aFolder],
  ['an S3 store', aBucket],
] as const)('files kept in %s', (_where, open) => {
  let house: TestHouse;
  let ana: Actor;
  let home: Home;

  beforeAll(async () => {
    home = await open();
    house = await openHouse(home.env);
    ana = await seated('ana@maple.example');
  });
  afterAll(async () => {
    await house.close();
    await home.close();
  });

  async function seated(email: string, role: 'superintendent' | 'observer' = 'superintendent'): Promise<Actor> {
    const actor = await house.as(email);
    const organizationId = newId();
    await house.db.query(`insert into organization (id, kind, slug, name) values ($1, 'district', $2, 'A district')`, [organizationId, organizationId]);
    await house.db.query(`insert into seat (id, organization_id, role, account_id) values ($1, $2, $3, $4)`, [newId(), organizationId, role, actor.accountId]);
    return actor;
  }

  function send(actor: Actor, name: string, body: string | Uint8Array, headers: Record<string, string> = {}): Promise<HttpAnswer> {
    return actor.http('PUT', '/files', { body, headers: { 'content-type': 'application/octet-stream', 'apollo-require-preflight': '1', 'x-file-name': encodeURIComponent(name), ...headers } });
  }

  async function bytesOf(fileId: string, range?: { start: number; end: number }): Promise<Buffer> {
    const file = await house.get(Files).find(fileId);
    const parts: Buffer[] = [];
    for await (const part of await house.get(BlobStore).read(file?.storedName ?? '', range)) parts.push(part as Buffer);
    return Buffer.concat(parts);
  }

  const rows = async (): Promise<number> => (await house.db.one<{ n: number }>(`select count(*)::int as n from file`))?.n ?? -1;
  const lying = (): Promise<string[]> => home.names();
  /** What stands in the database and what lies in the store are the same. */
  const inStep = async (): Promise<void> => {
    const names = await house.db.query<{ stored_name: string }>(`select stored_name from file`);
    expect((await lying()).sort()).toEqual(names.map((row) => row.stored_name).sort());
  };

  const PDF = aPdf('Minutes', ['We met.']);

  test.each<[string, string, Buffer]>([
    ['a PDF', 'minutes.pdf', PDF],
    ['a PDF with an ending in capitals', 'MINUTES.PDF', PDF],
    ['a letter', 'letter.docx', anOfficeFile('docx')],
    ['slides', 'slides.pptx', anOfficeFile('pptx')],
    ['a workbook', 'budget.xlsx', anOfficeFile('xlsx')],
    ['a picture', 'team.png', aPng()],
    ['a photograph', 'team.jpeg', aJpeg()],
    ['a picture for the web', 'team.webp', aWebp()],
    ['a table', 'schedule.csv', aCsv([['step', 'salary'], ['1, new', 41000]])],
    ['a film', 'visit.mp4', aVideo()],
    ['the captions of a film', 'visit.vtt', captions('Good morning.')],
    ['a note in several scripts', 'nota ñandú.txt', Buffer.from('Año nuevo — 2026 – 新年')],
  ])('%s is taken', async (_what, name, bytes) => {
    const answer = await send(ana, name, bytes);
    expect(answer.status).toBe(201);
    // A picture is drawn anew and may come out larger or smaller.
    expect(JSON.parse(answer.body)).toMatchObject({ fileId: expect.any(String), size: /\.(png|jpeg|webp)$/.test(name) ? expect.any(Number) : bytes.length });
  });

  test.each<[string, string, Buffer]>([
    ['a photograph', 'visit.jpg', aJpeg()],
    ['a drawing', 'plan.png', aPng('Somebody at 12 Elm Street')],
  ])('%s keeps nothing of where it was taken and by whom', async (_what, name, bytes) => {
    expect(bytes.toString('latin1')).toContain('12 Elm Street');
    const { fileId } = JSON.parse((await send(ana, name, bytes)).body);
    const kept = await bytesOf(fileId);
    expect(kept.length).toBeGreaterThan(0);
    expect(kept.toString('latin1')).not.toMatch(/Elm|Exif|GPS/);
  });

  const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
  const HTML = '<!doctype html><script>alert(1)</script>';

  test.each<[string, string, string | Uint8Array]>([
    ['a program that calls itself a PDF', 'tool.pdf', Buffer.concat([Buffer.from('MZ\x90\0'), Buffer.alloc(200)])],
    ['a PDF that calls itself a picture', 'minutes.png', PDF],
    ['a picture that calls itself a PDF', 'team.pdf', aPng()],
    ['a drawing that can run scripts', 'drawing.svg', SVG],
    ['such a drawing that calls itself a picture', 'drawing.png', SVG],
    ['such a drawing that calls itself text', 'drawing.txt', SVG],
    ['a web page', 'page.html', HTML],
    ['a web page that calls itself text', 'page.txt', HTML],
    ['a web page that calls itself a table, after blank lines', 'page.csv', `\n\n  ${HTML}`],
    ['a web page that calls itself a PDF', 'page.pdf', HTML],
    ['a PDF that begins as a web page', 'both.txt', Buffer.concat([Buffer.from(HTML), PDF])],
    ['an archive', 'all.zip', aZip({ 'a.txt': 'a' })],
    ['an archive that calls itself a letter', 'letter.docx', aZip({ 'a.txt': 'a' })],
    ['a letter with macros', 'letter.docm', anOfficeFile('docm')],
    ['a letter with macros that calls itself one without', 'letter.docx', anOfficeFile('docm')],
    ['slides that call themselves a letter', 'letter.docx', anOfficeFile('pptx')],
    ['a script', 'run.js', 'alert(1)'],
    ['a name with two endings', 'minutes.pdf.exe', PDF],
    ['a name without an ending', 'minutes', PDF],
    ['a name that is only an ending', '.pdf', PDF],
    ['a name whose real ending hides behind a NUL', 'minutes.pdf\0.exe', PDF],
    ['a table with a NUL in it', 'table.csv', 'a,b\0\n'],
    ['a text that is not UTF-8', 'note.txt', Buffer.from([0x41, 0xff, 0xfe, 0x42])],
    ['a text in UTF-16', 'note.txt', Buffer.from('\uFEFFnote', 'utf16le')],
    ['an empty file', 'empty.pdf', ''],
    ['an empty text', 'empty.txt', ''],
  ])('%s is refused, and nothing of it is kept', async (_what, name, bytes) => {
    const before = await rows();
    const answer = await send(ana, name, bytes);
    expect(answer.status).toBe(422);
    expect(JSON.parse(answer.body).message).toMatch(/\.$/);
    expect(await rows()).toBe(before);
    await inStep();
  });

  test.each<[string, string]>([
    ['../../etc/passwd.pdf', 'passwd.pdf'],
    ['..\\..\\windows\\win.pdf', 'win.pdf'],
    ['/etc/shadow.pdf', 'shadow.pdf'],
    ['minutes\0.pdf', 'minutes.pdf'],
    ['minutes\u202Efdp.exe.pdf', 'minutesfdp.exe.pdf'],
    ['zero\u200Bwidth.pdf', 'zerowidth.pdf'],
    ['line\r\nSet-Cookie: a=b.pdf', 'lineSet-Cookie- a=b.pdf'],
    ['a "quoted" <name>.pdf', 'a -quoted- -name-.pdf'],
    ['  ..hidden .pdf', 'hidden .pdf'],
    ['half \uD800 a pair.pdf', 'half a pair.pdf'],
  ])('the name %j is shown as %j', (given, shown) => {
    expect(cleanFileName(given)).toBe(shown);
  });

  test('a name of four thousand characters keeps two hundred, its ending among them', async () => {
    const answer = await send(ana, `${'long '.repeat(800)}.pdf`, PDF);
    const { name } = JSON.parse(answer.body);
    expect(name).toHaveLength(200);
    expect(name).toMatch(/\.pdf$/);
  });

  test('a file on disk has a name of its own that nobody typed', async () => {
    await send(ana, '../../outside.pdf', PDF);
    expect((await lying()).every((name) => /^[0-9a-f]{48}$/.test(name))).toBe(true);
  });

  test('more than 25 MB are cut off, whether the sender says so or not', async () => {
    const large = Buffer.concat([PDF, Buffer.alloc(26 * 1024 * 1024)]);
    const said = await send(ana, 'large.pdf', large).catch(() => null);
    if (said) expect(said.status).toBe(413);
    const unsaid = await rawUpload(ana, 'transfer-encoding: chunked', (socket) => {
      const part = Buffer.alloc(1024 * 1024);
      for (let n = 0; n < 27; n++) socket.write(Buffer.concat([Buffer.from(`${part.length.toString(16)}\r\n`), n === 0 ? Buffer.concat([PDF, part]).subarray(0, part.length) : part, Buffer.from('\r\n')]));
      socket.write('0\r\n\r\n');
    });
    expect(unsaid).toMatch(/^HTTP\/1\.1 413/);
    await inStep();
  });

  test('an upload that is broken off leaves neither row nor bytes', async () => {
    const before = await rows();
    await rawUpload(ana, `content-length: ${PDF.length * 10}`, (socket) => {
      socket.write(PDF);
      setTimeout(() => socket.destroy(), 50);
    });
    for (let n = 0; n < 40 && (await lying()).length !== before; n++) await new Promise((resolve) => setTimeout(resolve, 25));
    expect(await rows()).toBe(before);
    await inStep();
  });

  test.each(['take', 'keep'] as const)('when the disk is full at the moment to %s it, the sender hears so and nothing remains', async (moment) => {
    const before = await rows();
    const full = jest.spyOn(house.get(BlobStore), moment).mockRejectedValueOnce(Object.assign(new Error('no space left'), { code: 'ENOSPC' }));
    const answer = await send(ana, 'a.pdf', PDF);
    full.mockRestore();
    expect(answer.status).toBe(507);
    expect(await rows()).toBe(before);
    await inStep();
    expect((await send(ana, 'a.pdf', PDF)).status).toBe(201);
  });

  /** Sends a PUT by hand and answers what came back before the connection ended. */
  function rawUpload(actor: Actor, length: string, write: (socket: ReturnType<typeof connect>) => void): Promise<string> {
    const { hostname, port } = new URL(house.address);
    return new Promise((resolve) => {
      const socket = connect(Number(port), hostname);
      let said = '';
      socket.on('data', (chunk) => {
        said += chunk.toString('latin1');
        if (said.includes('\r\n\r\n')) socket.destroy();
      });
      socket.on('error', () => undefined);
      socket.on('close', () => resolve(said));
      socket.write(`PUT /files HTTP/1.1\r\nhost: ${hostname}:${port}\r\ncookie: ${actor.cookie}\r\napollo-require-preflight: 1\r\nx-file-name: a.pdf\r\n${length}\r\n\r\n`);
      write(socket);
    });
  }

  test('only somebody with a seat sends files, and only from our own page', async () => {
    expect((await send(house.visitor, 'a.pdf', PDF)).status).toBe(401);
    expect((await send(await house.as('waits@maple.example'), 'a.pdf', PDF)).status).toBe(403);
    expect((await send(await seated('looks@maple.example', 'observer'), 'a.pdf', PDF)).status).toBe(403);
    expect((await send(ana, 'a.pdf', PDF, { 'apollo-require-preflight': '' })).status).toBe(400);
    expect((await send(ana, 'a.pdf', PDF, { origin: 'https://elsewhere.example' })).status).toBe(403);
    expect((await send(ana, 'a.pdf', PDF, { 'x-file-name': '%E0%A4%A' })).status).toBe(400);
    expect((await send(ana, 'a.pdf', PDF)).status).toBe(201);
  });

  test('one person sends at most 200 MB a day, even all at once, and the next day again', async () => {
    const bea = await seated('bea@maple.example');
    const first = JSON.parse((await send(bea, 'a.pdf', PDF)).body);
    await house.db.query(`insert into file (id, stored_name, original_name, mime, ending, size, sha256, uploaded_by)
      select gen_random_uuid(), encode(sha256(n::text::bytea), 'hex')::char(48), 'b.pdf', 'application/pdf', 'pdf', 26214400, repeat('0', 64), $1 from generate_series(1, 7) n`, [bea.accountId]);
    await house.db.query(`update file set size = 26214400 - $2 where id = $1`, [first.fileId, PDF.length * 2]);
    const answers = await Promise.all(Array.from({ length: 5 }, () => send(bea, 'c.pdf', PDF)));
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 201, 429, 429, 429]);
    await house.db.query(`update file set created_at = now() - interval '25 hours' where uploaded_by = $1`, [bea.accountId]);
    expect((await send(bea, 'c.pdf', PDF)).status).toBe(201);
    await house.db.query(`delete from file where original_name = 'b.pdf'`);
  });

  test('a file that belongs to nothing cannot be fetched, and is gone after a day', async () => {
    const { fileId, path } = JSON.parse((await send(ana, 'draft.pdf', PDF)).body);
    expect((await ana.http('GET', path)).status).toBe(404);
    await house.get(Files).sweep();
    expect(await house.get(Files).find(fileId)).not.toBeNull();
    await house.db.query(`update file set created_at = now() - interval '25 hours' where id = $1`, [fileId]);
    await house.get(Files).sweep();
    expect(await house.get(Files).find(fileId)).toBeNull();
    await inStep();
  });

  test('the picture of a first page stays as long as its file, however old it is', async () => {
    const picture = 'cd'.repeat(24);
    const { fileId } = JSON.parse((await send(ana, 'minutes.pdf', PDF)).body) as { fileId: string };
    await home.plant(picture);
    await home.age(picture);
    await house.db.query(`insert into file_preview (file_id, stored_name, size, sha256, width, height) values ($1, $2, 1, repeat('0', 64), 1, 1)`, [fileId, picture]);
    await house.get(Files).sweep();
    expect(await lying()).toContain(picture);
    await house.db.query(`delete from file_preview where file_id = $1`, [fileId]);
    await house.get(Files).sweep();
    expect(await lying()).not.toContain(picture);
  });

  test('bytes that no row knows are swept once they are old', async () => {
    const stray = 'ab'.repeat(24);
    await home.plant(stray);
    await house.get(Files).sweep();
    expect(await lying()).toContain(stray);
    await home.age(stray);
    await house.get(Files).sweep();
    expect(await lying()).not.toContain(stray);
  });

  test('only the sender can give a file to a thing, and only to one', async () => {
    const bea = await seated('cal@maple.example');
    const { fileId } = JSON.parse((await send(ana, 'mine.pdf', PDF)).body);
    const [files, one, other] = [house.get(Files), newId(), newId()];
    await expect(house.db.transaction(() => files.attach(bea.accountId ?? '', fileId, { kind: 'resource', id: one }))).rejects.toThrow('not here');
    await house.db.transaction(() => files.attach(ana.accountId ?? '', fileId, { kind: 'resource', id: one }));
    await house.db.transaction(() => files.attach(ana.accountId ?? '', fileId, { kind: 'resource', id: one }));
    await expect(house.db.transaction(() => files.attach(ana.accountId ?? '', fileId, { kind: 'resource', id: other }))).rejects.toThrow('belongs');
  });

  test('whoever may read a thing gets its file byte for byte, and nobody gets one whose bytes are gone', async () => {
    const { fileId } = JSON.parse((await send(ana, 'whole.pdf', PDF)).body);
    expect((await bytesOf(fileId)).equals(PDF)).toBe(true);
    expect((await bytesOf(fileId, { start: 2, end: 9 })).equals(PDF.subarray(2, 10))).toBe(true);
    await expect(house.get(BlobStore).read('ef'.repeat(24))).rejects.toThrow();
    await expect(house.get(BlobStore).read('../secret.key')).rejects.toThrow('no name');
  });

  test('while the store is out of reach nothing is taken and nothing remains, and afterwards all is as before', async () => {
    if (!home.without) return expect(await house.get(BlobStore).reach()).toBeUndefined();
    const before = await rows();
    await home.without(async () => {
      expect((await send(ana, 'a.pdf', PDF)).status).toBe(503);
      await expect(house.get(BlobStore).reach()).rejects.toThrow('did not serve us');
    });
    expect(await rows()).toBe(before);
    await inStep();
    await house.get(BlobStore).reach();
    expect((await send(ana, 'a.pdf', PDF)).status).toBe(201);
  });
});
