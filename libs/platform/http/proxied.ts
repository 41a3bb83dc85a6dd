import type { IncomingMessage } from 'node:http';
import type { Proxies } from '@app/platform/config';

const ID = /^[\w.:-]{8,100}$/;

/** The id that a proxy in front has given a request, so that its log and ours speak of the same; null from anybody else. */
export function givenId(request: IncomingMessage, isProxy: (peer: string | undefined) => boolean): string | null {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && ID.test(given) && isProxy(request.socket.remoteAddress) ? given : null;
}

/** TRUST_PROXY in the server's words: one proxy means the last address that X-Forwarded-For names, and not whatever a visitor wrote before it. */
export function hopsOf(proxies: Proxies): false | string[] | ((address: string, hop: number) => boolean) {
  return typeof proxies === 'number' ? (_address, hop) => hop < proxies : proxies;
}
