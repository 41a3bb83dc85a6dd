import { BlockList, isIP } from 'node:net';

/** Whom TRUST_PROXY believes: nobody, so many proxies in a row, or those at these addresses. */
export type Proxies = false | number | string[];

/** Reads TRUST_PROXY; null when it makes no sense. */
export function proxiesIn(text: string): Proxies | null {
  const value = text.trim();
  if (['off', 'false', '0', ''].includes(value)) return false;
  if (['on', 'true'].includes(value)) return 1;
  if (/^[1-9]$/.test(value)) return Number(value);
  const addresses = value.split(',').map((each) => each.trim());
  return addresses.every(isNetwork) ? addresses : null;
}

function isNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  const kind = isIP(address);
  if (!kind || more.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (kind === 4 ? 32 : 128));
}

/** Whether the program at the other end of a connection is a proxy whose headers count. A number of proxies says nothing of addresses: then it is whoever connects. */
export function believes(proxies: Proxies): (peer: string | undefined) => boolean {
  if (proxies === false) return () => false;
  if (typeof proxies === 'number') return () => true;
  const list = new BlockList();
  for (const each of proxies) {
    const [address = '', bits] = each.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return (peer) => {
    const family = isIP(peer ?? '');
    return family !== 0 && list.check(peer as string, family === 6 ? 'ipv6' : 'ipv4');
  };
}
