import type { Page } from '@playwright/test';
import { type Actor, reachable, type Role } from './actor.js';
import { settled } from './settled.js';

/** Somebody with a mouse. */
export class Pointer implements Actor {
  constructor(readonly page: Page) {}

  async open(address: string): Promise<void> {
    await this.page.goto(address);
  }

  async press(role: Role, name: string | RegExp): Promise<void> {
    await (await reachable(this.page)).getByRole(role, { name, exact: true }).first().click();
  }

  async write(label: string | RegExp, text: string): Promise<void> {
    await (await reachable(this.page)).getByLabel(label, { exact: true }).fill(text);
  }

  async writeMoment(label: string | RegExp, when: string): Promise<void> {
    await (await reachable(this.page)).getByLabel(label, { exact: true }).fill(when);
  }

  async choose(name: string | RegExp): Promise<void> {
    // The box itself is hidden behind its drawing; people press the words.
    const box = this.page.getByRole('radio', { name }).or(this.page.getByRole('checkbox', { name }));
    await (await reachable(this.page)).locator('label').filter({ has: box }).first().click();
  }

  async pick(label: string | RegExp, text: string, option: string | RegExp): Promise<void> {
    // A page that still grows would push the suggestions away, and they close.
    await settled(this.page);
    const box = (await reachable(this.page)).getByRole('combobox', { name: label });
    await box.click();
    await box.pressSequentially(text, { delay: 20 });
    await this.page.getByRole('option', { name: option }).first().click();
  }

  async attach(button: string | RegExp, file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser');
    await this.press('button', button);
    await (await chooser).setFiles(file);
  }
}
