import PostalMime, { type Email } from 'postal-mime';
import { Child, pause } from '../../faults/mail/process.js';

/** A mail as its reader finds it. */
export interface Letter {
  to: string;
  messageId: string;
  subject: string;
  text: string;
  /** Where its List-Unsubscribe header leads, for mail that has one. */
  stopLink: string | null;
}

/** A mail server that takes everything and shows what it took. */
export class MailSink {
  private constructor(
    private readonly child: Child,
    readonly smtp: string,
    readonly web: string,
  ) {}

  static async open(): Promise<MailSink> {
    const child = new Child('./sink.ts', { SINK_KEEPS: 'on' });
    const { smtp, web } = (await child.says('ready', 60_000)) as unknown as { smtp: string; web: string };
    return new MailSink(child, smtp, web);
  }

  /** Every Message-ID it took, with the addresses of its copies. */
  async log(): Promise<{ id: string; copies: string[] }[]> {
    return (await (await fetch(`${this.web}/log`)).json()) as { id: string; copies: string[] }[];
  }

  /** What an address got, oldest first. */
  async to(address: string): Promise<Letter[]> {
    const raw = (await (await fetch(`${this.web}/letters?to=${encodeURIComponent(address)}`)).json()) as string[];
    return Promise.all(raw.map(async (letter) => letterOf(address, await PostalMime.parse(letter))));
  }

  /** Waits for the newest mail to an address whose subject fits, beyond the first `after`. */
  async next(address: string, subject: RegExp, { after = 0, ms = 30_000 } = {}): Promise<Letter> {
    for (const until = Date.now() + ms; ; await pause(100)) {
      const fitting = (await this.to(address)).filter((letter) => subject.test(letter.subject));
      const newest = fitting.at(-1);
      if (newest && fitting.length > after) return newest;
      if (Date.now() > until) throw new Error(`No mail to ${address} with ${subject} came within ${ms / 1000} s; it got: ${(await this.to(address)).map((letter) => letter.subject).join(' | ') || 'nothing'}`);
    }
  }

  async close(): Promise<void> {
    this.child.signal('SIGKILL');
    await this.child.died;
  }
}

function letterOf(to: string, mail: Email): Letter {
  const header = mail.headers.find(({ key }) => key === 'list-unsubscribe')?.value ?? '';
  return { to, messageId: mail.messageId ?? '', subject: mail.subject ?? '', text: mail.text ?? '', stopLink: /<(https?:[^>]+)>/.exec(header)?.[1] ?? null };
}
