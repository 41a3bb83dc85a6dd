import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, readdir, rm, stat, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { DefaultHttpStack, Upload } from 'tus-js-client';
import { newId } from '@app/platform/database';
import { type Actor, openHouse, type TestHouse } from '../../../test/setup/house.js';
import { BlobStore, StoreAway } from './blob.store.js';
import { Files } from './files.service.js';
import { aBucket, aFolder, type Home } from './testing/homes.js';
import { aPdf, aPng, aVideo } from './testing/index.js';
import { Uploads } from './uploads.service.js';

const MB = 1024 * 1024;
const PDF = aPdf('Minutes', ['We met.']);

describe.each([
  ['a folder', aFolder],
  ['an S3 store', aBucket],
] as const)('files sent in pieces, kept in %s', (where, openHome) => {
  let house: TestHouse;
  let home: Home;
  let ana: Actor;
  let maple: string;

  beforeAll(async () => {
    home = await openHome();
    house = await openHouse({ ...home.env, DISTRICT_FILES_MB: '600' });
    [ana, maple] = await seated('ana@maple.example');
  });
  afterAll(async () => {
    await house.close();
    await home.close();
  });

  async function seated(email: string): Promise<[Actor, string]> {
    const actor = await house.as(email);
    const organizationId = newId();
    await house.db.query(`insert into organization (id, kind, slug, name) values ($1, 'district', $2, 'A district')`, [organizationId, organizationId]);
    await house.db.query(`insert into seat (id, organization_id, role, account_id) values ($1, $2, 'superintendent', $3)`, [newId(), organizationId, actor.accountId]);
    return [actor, organizationId];
  }

  const headersOf = (actor: Actor): Record<string, string> => ({ cookie: actor.cookie ?? '', 'apollo-require-preflight': '1' });

  /** One request of the protocol, by hand. */
  async function ask(actor: Actor, method: string, path: string, headers: Record<string, string> = {}, body?: Uint8Array): Promise<{ status: number; headers: Headers; message: string; said: Record<string, unknown> }> {
    const response = await fetch(`${house.address}${path}`, { method, headers: { 'tus-resumable': '1.0.0', ...headersOf(actor), ...headers }, ...(body ? { body: body as unknown as string } : {}) });
    const text = await response.text();
    const said = text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : {};
    return { status: response.status, headers: response.headers, message: String(said.message ?? text), said };
  }

  const announce = (actor: Actor, name: string, size: number, headers: Record<string, string> = {}) => ask(actor, 'POST', '/uploads', { 'upload-length': String(size), 'upload-metadata': `filename ${Buffer.from(name).toString('base64')}`, ...headers });
  const piece = (actor: Actor, path: string, offset: number, bytes: Uint8Array) => ask(actor, 'PATCH', path, { 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' }, bytes);
  const rows = async (table: 'file' | 'upload'): Promise<number> => (await house.db.one<{ n: number }>(`select count(*)::int as n from ${table}`))?.n ?? -1;
  const unfinished = async (): Promise<string[]> => (await readdir(house.get(Uploads).store.folder).catch(() => [])).filter((name) => name !== 'place.id');

  async function begin(actor: Actor, name: string, size: number): Promise<string> {
    const answer = await announce(actor, name, size);
    expect(answer.status).toBe(201);
    return answer.headers.get('location') ?? '';
  }

  test('a file that comes in pieces becomes a file when the last has come', async () => {
    const path = await begin(ana, 'minutes.pdf', PDF.length);
    expect(path).toMatch(/^\/uploads\/[0-9a-f-]{36}$/);
    expect((await piece(ana, path, 0, PDF.subarray(0, 100))).headers.get('upload-offset')).toBe('100');
    expect((await ask(ana, 'HEAD', path)).headers.get('upload-offset')).toBe('100');
    const last = await piece(ana, path, 100, PDF.subarray(100));
    expect(last.said).toMatchObject({ name: 'minutes.pdf', size: PDF.length, fileId: path.split('/').at(-1) });
    const file = await house.get(Files).find(String(last.said.fileId));
    expect(file).toMatchObject({ sha256: createHash('sha256').update(PDF).digest('hex'), chargedTo: maple, uploadedBy: ana.accountId });
    expect([await rows('upload'), await unfinished()]).toEqual([0, []]);
    // The answer to the last piece may be lost: whoever asks again hears that all is there, and the file is still one.
    const again = await ask(ana, 'HEAD', path);
    expect([again.status, again.headers.get('upload-offset'), again.headers.get('upload-length')]).toEqual([200, String(PDF.length), String(PDF.length)]);
  });

  test('an upload is its sender’s alone: others cannot see, feed or end it', async () => {
    const [bea] = await seated('bea@cedar.example');
    const path = await begin(ana, 'mine.pdf', PDF.length);
    await piece(ana, path, 0, PDF.subarray(0, 10));
    for (const method of ['HEAD', 'DELETE']) expect((await ask(bea, method, path)).status).toBe(404);
    expect((await piece(bea, path, 10, PDF.subarray(10))).status).toBe(404);
    expect((await ask(house.visitor, 'HEAD', path)).status).toBe(401);
    expect((await ask(bea, 'HEAD', `/uploads/${newId()}`)).status).toBe(404);
    expect((await ask(ana, 'HEAD', path)).headers.get('upload-offset')).toBe('10');
    expect((await ask(ana, 'DELETE', path)).status).toBe(204);
    expect([await rows('upload'), await unfinished()]).toEqual([0, []]);
  });

  test('another site cannot send anything here, and neither can who holds no seat', async () => {
    const path = await begin(ana, 'mine.pdf', PDF.length);
    expect((await announce(ana, 'a.pdf', 10, { 'apollo-require-preflight': '' })).status).toBe(400);
    expect((await announce(ana, 'a.pdf', 10, { origin: 'https://elsewhere.example' })).status).toBe(403);
    expect((await ask(ana, 'PATCH', path, { 'upload-offset': '0', 'content-type': 'application/offset+octet-stream', origin: 'https://elsewhere.example' }, PDF)).status).toBe(403);
    expect((await announce(house.visitor, 'a.pdf', 10)).status).toBe(401);
    expect((await announce(await house.as('looks@maple.example'), 'a.pdf', 10)).status).toBe(403);
    const answer = await announce(ana, 'a.pdf', 10, { origin: house.address });
    expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([201, null]);
    expect((await ask(ana, 'GET', path)).status).toBe(404);
    for (const own of [path, answer.headers.get('location') ?? '']) await ask(ana, 'DELETE', own);
  });

  test.each([
    ['a program', 'tool.exe', 10, 422],
    ['a name that is only an ending', '.pdf', 10, 422],
    ['a document of more than 25 MB', 'book.pdf', 25 * MB + 1, 413],
    ['a film of more than 500 MB', 'film.mp4', 500 * MB + 1, 413],
    ['nothing', 'empty.pdf', 0, 422],
  ])('%s is refused before a byte of it is sent', async (_what, name, size, status) => {
    const answer = await announce(ana, name, size);
    expect(answer.status).toBe(status);
    expect(answer.message).toMatch(/\.$/);
    expect(await rows('upload')).toBe(0);
  });

  test('what is not what its name says is refused at its end, and nothing of it is kept', async () => {
    const before = await rows('file');
    const page = Buffer.from('<!doctype html><script>alert(1)</script>');
    const answer = await piece(ana, await begin(ana, 'page.pdf', page.length), 0, page);
    expect([answer.status, answer.message]).toEqual([422, expect.stringContaining('not what its name says')]);
    expect([await rows('file'), await rows('upload'), await unfinished()]).toEqual([before, 0, []]);
  });

  test('a piece that does not follow the last one, or goes beyond the end, is refused', async () => {
    const path = await begin(ana, 'minutes.pdf', 100);
    expect((await piece(ana, path, 50, PDF.subarray(0, 10))).status).toBe(409);
    expect((await piece(ana, path, 0, PDF.subarray(0, 101))).status).toBe(413);
    expect((await ask(ana, 'HEAD', path)).headers.get('upload-offset')).toBe('0');
    await ask(ana, 'DELETE', path);
  });

  test('200 MB of documents a person and day count what is still on its way, and a film does not', async () => {
    const [cal] = await seated('cal@maple.example');
    const paths: string[] = [];
    for (let n = 0; n < 8; n++) paths.push(await begin(cal, `part-${n}.pdf`, 25 * MB));
    const refused = await announce(cal, 'one-more.pdf', 10);
    expect([refused.status, refused.message]).toEqual([429, expect.stringContaining('200 MB')]);
    paths.push(await begin(cal, 'film.mp4', 10));
    for (const path of paths) await ask(cal, 'DELETE', path);
    await ask(cal, 'DELETE', await begin(cal, 'one-more.pdf', 10));
  });

  test('a person has ten files on their way, and the eleventh waits until one of them is taken away', async () => {
    const [gil] = await seated('gil@ash.example');
    const paths: string[] = [];
    for (let n = 0; n < 10; n++) paths.push(await begin(gil, `part-${n}.pdf`, 100));
    const refused = await announce(gil, 'one-more.pdf', 100);
    expect([refused.status, refused.message]).toEqual([429, expect.stringContaining('10 files on their way')]);
    await ask(gil, 'DELETE', paths.pop() ?? '');
    paths.push(await begin(gil, 'one-more.pdf', 100));
    for (const path of paths) await ask(gil, 'DELETE', path);
  });

  test('the room of a district is shared by its people, and whoever finds none hears how much there is', async () => {
    const [dee, district] = await seated('dee@oak.example');
    const film = await begin(dee, 'film.mp4', 500 * MB);
    const answer = await announce(dee, 'second.mp4', 101 * MB);
    expect([answer.status, answer.said]).toEqual([422, { message: expect.stringMatching(/600 MB here; 500 MB are in use/), kind: 'district-full', limitBytes: 600 * MB, usedBytes: 500 * MB }]);
    const both = await Promise.all([announce(dee, 'a.mp4', 99 * MB), announce(dee, 'b.mp4', 99 * MB)]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 422]);
    const [eli] = await seated('eli@elm.example');
    await ask(eli, 'DELETE', await begin(eli, 'theirs.mp4', 500 * MB));
    for (const path of [film, ...both.flatMap(({ headers }) => headers.get('location') ?? [])]) await ask(dee, 'DELETE', path);
    expect(await house.db.one(`select from upload where charged_to = $1`, [district])).toBeNull();
  });

  test('an upload that nobody has finished within a day is over, and its bytes are gone', async () => {
    const path = await begin(ana, 'slow.pdf', PDF.length);
    await piece(ana, path, 0, PDF.subarray(0, 100));
    await house.get(Uploads).tidy();
    expect((await ask(ana, 'HEAD', path)).status).toBe(200);
    await house.db.query(`update upload set created_at = now() - interval '25 hours'`);
    expect((await ask(ana, 'HEAD', path)).status).toBe(404);
    await house.get(Uploads).tidy();
    expect([await rows('upload'), await unfinished()]).toEqual([0, []]);
  });

  /** Lets the disk be full after so many bytes of whatever is written next. */
  function fullAfter(bytes: number): { mockRestore: () => void } {
    const store = house.get(BlobStore);
    return jest.spyOn(store, 'writer').mockImplementation((path, options) => {
      const real = createWriteStream(path, options);
      let written = 0;
      return new Writable({
        write: (chunk: Buffer, _encoding, done) => {
          written += chunk.length;
          if (written > bytes) return done(Object.assign(new Error('no space left on device'), { code: 'ENOSPC' }));
          real.write(chunk, done);
        },
        final: (done) => void real.end(done),
        destroy: (error, done) => void real.close(() => done(error)),
      });
    });
  }

  test('a full disk refuses clearly and leaves neither half a row nor half a file', async () => {
    const lying = async (): Promise<number> => (await home.names()).filter((name) => name !== 'place.id').length;
    const before = [await rows('file'), await lying()];
    const path = await begin(ana, 'minutes.pdf', PDF.length);
    const full = fullAfter(100);
    const broken = await piece(ana, path, 0, PDF);
    const whole = await ana.http('PUT', '/files', { body: PDF, headers: { ...headersOf(ana), 'x-file-name': 'minutes.pdf' } });
    full.mockRestore();
    expect([broken.status, broken.said]).toEqual([507, { message: expect.stringContaining('no room for files'), kind: 'disk-full' }]);
    expect([whole.status, JSON.parse(whole.body)]).toEqual([507, { message: expect.stringContaining('no room for files'), kind: 'disk-full' }]);
    expect([await rows('upload'), await unfinished()]).toEqual([0, []]);
    expect([await rows('file'), await lying()]).toEqual(before);

    const room = jest.spyOn(house.get(BlobStore), 'room').mockResolvedValue(10 * MB);
    const early = await announce(ana, 'film.mp4', 400 * MB);
    room.mockRestore();
    expect([early.status, early.said.kind, await rows('upload')]).toEqual([507, 'disk-full', 0]);
    // There is room again, and all goes on.
    expect((await piece(ana, await begin(ana, 'minutes.pdf', PDF.length), 0, PDF)).status).toBe(200);
  });

  test('while the store is out of reach an upload waits whole, and the next word about it makes the file', async () => {
    if (!home.without) return expect(where).toBe('a folder');
    const path = await begin(ana, 'minutes.pdf', PDF.length);
    await home.without(async () => {
      expect((await piece(ana, path, 0, PDF)).status).toBe(503);
      expect((await ask(ana, 'HEAD', path)).status).toBe(503);
    });
    const there = await ask(ana, 'HEAD', path);
    expect([there.status, there.headers.get('upload-offset')]).toEqual([200, String(PDF.length)]);
    expect(await house.get(Files).find(path.split('/').at(-1) ?? '')).toMatchObject({ originalName: 'minutes.pdf' });
  });

  test('a store that is lost at the last moment costs nobody the upload, and the next word about it makes the file', async () => {
    const path = await begin(ana, 'minutes.pdf', PDF.length);
    const lost = jest.spyOn(house.get(BlobStore), 'keep').mockRejectedValueOnce(new StoreAway('gone'));
    expect((await piece(ana, path, 0, PDF)).status).toBe(503);
    lost.mockRestore();
    expect([await rows('upload'), await unfinished()]).toEqual([1, [path.split('/').at(-1)]]);
    expect((await ask(ana, 'HEAD', path)).status).toBe(200);
    const file = await house.get(Files).find(path.split('/').at(-1) ?? '');
    expect(file).toMatchObject({ originalName: 'minutes.pdf', sha256: createHash('sha256').update(PDF).digest('hex') });
    expect([await rows('upload'), await unfinished()]).toEqual([0, []]);
  });

  test('a disk that is full while a picture is drawn anew says so, and the picture arrives when there is room', async () => {
    const [picture, nowhere] = [aPng(), join(tmpdir(), `accord-full-${newId()}`)];
    const path = await begin(ana, 'team.png', picture.length);
    // What is written there finds no room, as on a disk that is full.
    await symlink('/dev/full', nowhere);
    const full = jest.spyOn(house.get(BlobStore), 'draft').mockResolvedValueOnce({ name: 'ab'.repeat(24), path: nowhere });
    const answer = await piece(ana, path, 0, picture);
    full.mockRestore();
    expect([answer.status, answer.said]).toEqual([507, { message: expect.stringContaining('no room for files'), kind: 'disk-full' }]);
    expect((await ask(ana, 'HEAD', path)).status).toBe(200);
    expect(await house.get(Files).find(path.split('/').at(-1) ?? '')).toMatchObject({ originalName: 'team.png' });
    const broken = await piece(ana, await begin(ana, 'broken.png', 40), 0, picture.subarray(0, 40));
    expect([broken.status, broken.message]).toEqual([422, expect.stringContaining('damaged')]);
    expect([await rows('upload'), await unfinished()]).toEqual([0, []]);
  });

  test('a film of 200 MB whose line breaks three times goes on where it stopped and arrives whole', async () => {
    if (where !== 'a folder') return expect(where).toBe('an S3 store');
    const [fay] = await seated('fay@fir.example');
    const source = join(tmpdir(), `accord-film-${newId()}.mp4`);
    const handle = await open(source, 'wx');
    const [head, block] = [aVideo(200 * MB - 40).subarray(0, 40), Buffer.alloc(MB)];
    const hash = createHash('sha256');
    for (let at = 0; at < 200; at++) {
      block.writeUInt32BE(at);
      block.fill(at & 255, 4);
      const bytes = at === 0 ? Buffer.concat([head, block.subarray(head.length)]) : block;
      hash.update(bytes);
      await handle.write(bytes);
    }
    await handle.close();
    const { size } = await stat(source);
    const resident = process.memoryUsage().rss;
    let [cuts, most, sent, url]: [number, number, number, string | null] = [0, 0, 0, null];
    const went = await new Promise<{ fileId: string }>((resolve, reject) => {
      const start = (): void => {
        let cut = false;
        const upload = new Upload(createReadStream(source), {
          endpoint: `${house.address}/uploads`,
          ...(url ? { uploadUrl: url } : {}),
          uploadSize: size,
          chunkSize: 64 * MB,
          retryDelays: null,
          headers: headersOf(fay),
          httpStack: new DefaultHttpStack({}),
          metadata: { filename: 'film.mp4' },
          onProgress: (bytes) => {
            most = Math.max(most, process.memoryUsage().rss);
            sent = bytes;
            if (cuts < 3 && !cut && bytes > (cuts + 1) * 45 * MB) {
              cut = true;
              cuts += 1;
              url = upload.url;
              void upload.abort().then(() => setTimeout(start, 50));
            }
          },
          onError: reject,
          onSuccess: ({ lastResponse }) => resolve(JSON.parse(lastResponse.getBody()) as { fileId: string }),
        });
        upload.start();
      };
      start();
    });
    await rm(source);
    expect([cuts, sent]).toEqual([3, size]);
    const file = await house.get(Files).find(went.fileId);
    expect([file?.sha256, file?.size]).toEqual([hash.digest('hex'), size]);
    expect(most - resident).toBeLessThan(200 * MB);
  }, 120_000);
});
