import { type Browser, type BrowserContext, expect, type Page } from '@playwright/test';
import type { Actor } from './actor.js';
import { Complaints } from './complaints.js';
import { readMail } from './mailbox.js';
import { type PersonKey, people, signInAs } from './people.js';
import { Pointer } from './pointer.js';
import { countQuestions } from './settled.js';

/** Somebody who sits in a seat, at a browser of their own, with a mouse unless another hand is given. */
export class Signer {
  private constructor(
    readonly key: PersonKey,
    private readonly district: string,
    readonly hand: Actor,
    private readonly context: BrowserContext,
    readonly complaints: Complaints,
  ) {}

  /** `district` is the name of their addresses: dana@DISTRICT.example. */
  static async sitDown(browser: Browser, key: PersonKey, district: string, Hand: new (page: Page) => Actor = Pointer): Promise<Signer> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
    await signInAs(context.request, key);
    const page = await context.newPage();
    countQuestions(page);
    return new Signer(key, district, new Hand(page), context, await Complaints.of(page));
  }

  get page(): Page {
    return this.hand.page;
  }

  get address(): string {
    return `${this.key}@${this.district}.example`;
  }

  /** Reads a mail in another window of the same browser, and leaves the page that is open as it is. */
  async inMail<Found>(subject: RegExp, look: (letter: Awaited<ReturnType<typeof readMail>>, page: Page) => Promise<Found>): Promise<Found> {
    const page = await this.context.newPage();
    countQuestions(page);
    const found = await look(await readMail(new Pointer(page), this.address, subject), page);
    await page.close();
    return found;
  }

  /** Asks for a code on the page that is open, types what the mail says, and signs. */
  async sign(seat: string): Promise<void> {
    await this.hand.press('button', 'Send me a code to sign');
    await expect(this.page.getByLabel('Six-digit code')).toBeFocused();
    const code = await this.inMail(/^\d{6} signs/, async (_letter, page) => /^(\d{6})/.exec((await page.getByRole('heading', { level: 1 }).textContent()) ?? '')?.[1] ?? '');
    await this.hand.write('Six-digit code', code);
    await this.hand.write('Your name', people[this.key]);
    await this.hand.choose(new RegExp(`sign it for my seat, ${seat}`));
    await this.hand.press('button', 'Sign');
    await expect(this.page.getByRole('heading', { name: /^Sign as/ })).toBeHidden();
  }
}
