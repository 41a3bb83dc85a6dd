import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ZipFile } from 'yazl';
import { type Config, publicUrl } from '@app/platform/config';
import { isId } from '@app/platform/database';
import type { Get } from '@app/platform/feature';
import { attachmentHeader, BlobStore } from '@app/platform/files';
import { callerOf } from '@app/platform/http';
import type { Viewer } from '@app/people';
import { LICENCE_WORDS } from '@app/resources';
import { contentsOf } from './contents.js';
import { indexPage, readme } from './index-page.js';
import { type Presented, presentedAt } from './presented.js';
import { type TakeHome, TakeHomes } from './take-homes.service.js';
import { words } from './words.js';

type PackRequest = FastifyRequest<{ Params: { slug: string; organizationId: string } }>;

/** `GET /files/take-home/:slug/:organizationId`: all that a team takes home from a conference, as one zip, for who sits in that team. */
export function registerTakeHomeRoutes(fastify: FastifyInstance, get: Get): void {
  fastify.get('/files/take-home/:slug/:organizationId', async (request: PackRequest, reply) => {
    const { slug, organizationId } = request.params;
    const viewer = ((await callerOf(get, request))?.who as Viewer | undefined) ?? null;
    const pack = isId(organizationId) ? await get(TakeHomes).of(viewer, slug, organizationId) : null;
    const base = publicUrl(get('CONFIG' as never) as Config).replace(/\/$/, '');
    const link = (path: string): string => `${base}${path}`;
    const presented = pack ? await presentedAt(get, pack, link) : [];
    void reply.header('cache-control', 'private, no-store').header('x-content-type-options', 'nosniff');
    if (!pack) return reply.code(404).type('text/plain; charset=utf-8').send('There is nothing at this address.');
    return reply
      .header('content-disposition', attachmentHeader(`${slug}-take-home.zip`))
      .header('content-security-policy', "sandbox; default-src 'none'")
      .header('cross-origin-resource-policy', 'same-origin')
      .type('application/zip')
      .send(zipOf(get, pack, presented, link));
  });
}

/** Packs as it is fetched: of all the files one at a time is open, and none is in memory as a whole. */
function zipOf(get: Get, pack: TakeHome, presented: readonly Presented[], link: (path: string) => string): Readable {
  const zip = new ZipFile();
  const out = zip.outputStream as Readable;
  const contents = contentsOf(pack, (licence) => LICENCE_WORDS[licence].label);
  const props = { pack, contents, presented, link };
  const write = (path: string, text: string): void => zip.addBuffer(Buffer.from(text, 'utf8'), path, { mtime: new Date() });
  zip.on('error', (error: Error) => out.destroy(error));
  write('index.html', indexPage(props));
  write('README.txt', `\uFEFF${readme(props)}`);
  if (pack.statement) write('your-statement.txt', `\uFEFF${pack.statement}\r\n`);
  for (const { path, html } of presented) write(path, html);
  for (const { path, text, stored } of contents.packed) {
    if (path && text !== undefined) write(path, text);
    if (!path || !stored) continue;
    zip.addReadStreamLazy(path, { mtime: new Date(), compress: false }, (give) => {
      get(BlobStore)
        .read(stored.name)
        // One file that cannot be had does not cost the others: a word stands in its place.
        .catch(() => null)
        .then((bytes) => give(null, bytes ?? Readable.from([words.away])), (error: unknown) => give(error, Readable.from([])));
    });
  }
  zip.end();
  return out;
}
