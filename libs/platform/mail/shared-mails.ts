import { createTransport, type Transporter } from 'nodemailer';
import type { CommonMail, MailMessage } from './mail.transport.js';

/** An encoded mail without its own fields, cut where each reader has a token; `breaks` says where lines end within a token. */
interface Encoded {
  pieces: string[];
  breaks: number[][];
}

const SOFT_BREAK = '=\r\n';
/** What every copy has for itself. */
const OWN_FIELDS = /^(?:to|message-id|date):/i;
// Written into a header as they are, so nothing else may pass; other addresses are nodemailer's business.
const PLAIN_ADDRESS = /^[\w.!#$%&'*+/=?^`{|}~-]+@[A-Za-z0-9.-]+$/;
const PLAIN_ID = /^<[\w.-]+@[\w.-]+>$/;
const TOKEN = /^[\w-]+$/;

/**
 * Mails that many get. Encoding is most of what a mail costs, so nodemailer does it once for all of them; each one's
 * recipient, Message-ID, date and token are set in afterwards. A token is as long as the mark in whose place it comes and
 * made of letters that quoted-printable leaves alone, so the outcome is what encoding each mail would have been.
 */
export class SharedMails {
  private readonly encoded = new WeakMap<CommonMail, Promise<Encoded | null>>();
  private readonly encoder = createTransport({ streamTransport: true, buffer: true, disableFileAccess: true, disableUrlAccess: true }) as unknown as Transporter<{ message: Buffer }>;

  /** The whole mail as it goes over the wire; null where it has to be encoded for itself alone. */
  async encode({ to, messageId, shared }: MailMessage): Promise<Buffer | null> {
    if (!shared || to.length > 254 || !PLAIN_ADDRESS.test(to) || !PLAIN_ID.test(messageId)) return null;
    const { common, mark, token } = shared;
    if (token.length !== mark.length || !TOKEN.test(token)) return null;
    let made = this.encoded.get(common);
    // What cannot be encoded for all fails, or not, for each on its own.
    if (!made) this.encoded.set(common, (made = this.make(common, mark).catch(() => null)));
    const rest = await made;
    const date = new Date().toUTCString().replace('GMT', '+0000');
    return rest && Buffer.from(`To: ${to}\r\nMessage-ID: ${messageId}\r\nDate: ${date}\r\n${filled(rest, token)}`, 'latin1');
  }

  private async make(common: CommonMail, mark: string): Promise<Encoded | null> {
    const { message } = await this.encoder.sendMail({ ...common, textEncoding: 'quoted-printable' });
    const all = message.toString('latin1');
    const end = all.indexOf('\r\n\r\n');
    const fields = all.slice(0, end).split(/\r\n(?![ \t])/);
    const encoded = cut(`${fields.filter((field) => !OWN_FIELDS.test(field)).join('\r\n')}${all.slice(end)}`, mark);
    const marks = [common.html, common.text, ...Object.values(common.headers)].reduce((sum, words) => sum + words.split(mark).length - 1, 0);
    return encoded.breaks.length === marks ? encoded : null;
  }
}

function cut(text: string, mark: string): Encoded {
  const encoded: Encoded = { pieces: [], breaks: [] };
  let from = 0;
  for (const { 0: found, index } of text.matchAll(new RegExp([...mark].join(`(?:${SOFT_BREAK})?`), 'g'))) {
    encoded.pieces.push(text.slice(from, index));
    let place = 0;
    encoded.breaks.push(found.split(SOFT_BREAK).slice(0, -1).map((line) => (place += line.length)));
    from = index + found.length;
  }
  encoded.pieces.push(text.slice(from));
  return encoded;
}

function filled({ pieces, breaks }: Encoded, token: string): string {
  const own = (places: number[]): string => [0, ...places].map((from, n) => token.slice(from, places[n])).join(SOFT_BREAK);
  return pieces.map((piece, n) => piece + (breaks[n] ? own(breaks[n]) : '')).join('');
}
