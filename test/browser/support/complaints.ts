import type { ConsoleMessage, Page } from '@playwright/test';

/** What a page has complained of: errors on its console, exceptions, breaches of its own content security policy. */
export class Complaints {
  private readonly heard: string[] = [];

  private constructor(private expected: RegExp | null) {}

  /** Listens to a page from now on. */
  static async of(page: Page): Promise<Complaints> {
    const complaints = new Complaints(null);
    page.on('console', (message: ConsoleMessage) => {
      // The frame around a mail lets no script run; Chromium says so whenever the test itself looks inside.
      if (/Blocked script execution in 'about:srcdoc'/.test(message.text())) return;
      // That there is nothing at the page's own address is what such a page says, and no complaint.
      if (/status of (404|410)/.test(message.text()) && message.location().url === page.url()) return;
      if (message.type() === 'error') complaints.add(`${message.text()} (${message.location().url})`);
    });
    page.on('pageerror', (error) => complaints.add(error.message));
    await page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) => console.error(`Content security policy: ${event.violatedDirective} forbids ${event.blockedURI}`));
    });
    return complaints;
  }

  /** What the test itself provokes, such as the browser's note that a question was answered with 500. */
  expect(pattern: RegExp | null): void {
    this.expected = pattern;
  }

  /** All that was said since the last time, but for what was expected. */
  take(): string[] {
    return this.heard.splice(0);
  }

  private add(text: string): void {
    if (!this.expected?.test(text)) this.heard.push(text);
  }
}
