import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Kept by whoever likes, but asked again each time: what is taken down is gone at once, and an answer that has not changed is short. */
export const ASK_AGAIN = 'public, max-age=0, must-revalidate';
/** For what programs fetch over and over. */
export const A_WHILE = 'public, max-age=300';

interface Kept {
  type: string;
  body: string;
  /** When it last became another; null where nobody knows. */
  modified: Date | null;
  caching: string;
  /** What tells one state from another, where the body itself says when it was asked for. */
  state?: string;
}

/** Sends what is the same for everybody, or a word that the asker has it already (RFC 9110, 13). */
export function sendKept(request: FastifyRequest, reply: FastifyReply, { type, body, modified, caching, state = body }: Kept): FastifyReply {
  const tag = `W/"${createHash('sha256').update(state).digest('base64url').slice(0, 27)}"`;
  void reply.header('etag', tag).header('cache-control', caching).type(type);
  if (modified) void reply.header('last-modified', modified.toUTCString());
  if (isHeld(request, tag, modified)) return reply.code(304).removeHeader('content-type').send();
  return reply.send(body);
}

function isHeld({ headers }: FastifyRequest, tag: string, modified: Date | null): boolean {
  const tags = headers['if-none-match'];
  // A tag says more than a date, so a date counts only without one.
  if (tags !== undefined) return tags.split(',').some((one) => ['*', tag, tag.slice(2)].includes(one.trim()));
  const since = headers['if-modified-since'];
  return since !== undefined && modified !== null && Math.floor(modified.getTime() / 1000) * 1000 <= Date.parse(since);
}

/** What cannot stand in XML 1.0 at all, however it is written. */
// oxlint-disable-next-line no-control-regex
const NOT_IN_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Text that may stand in XML, before its signs are written as entities. */
export function xmlText(text: string): string {
  return text.replace(NOT_IN_XML, '');
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

/** Text as it stands between two tags. */
export function xml(text: string): string {
  return xmlText(text).replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}
