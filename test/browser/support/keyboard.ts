import { expect, type Locator, type Page } from '@playwright/test';
import { type Actor, reachable, type Role } from './actor.js';
import { settled } from './settled.js';

/** More stops than any page has. */
const PATIENCE = 160;

/** An outline or a shadow that is drawn. */
const RING = /(solid|auto|dashed) [1-9]|rgb[^;]* 0px 0px 0px [1-9]/;

/**
 * Somebody with nothing but a keyboard: walks with Tab until the wanted thing has the focus, as far as the page lets
 * them, and expects to see where they are at each thing they use.
 */
export class Keyboard implements Actor {
  constructor(readonly page: Page) {}

  async open(address: string): Promise<void> {
    await this.page.goto(address);
  }

  async press(role: Role, name: string | RegExp): Promise<void> {
    if (role === 'tab') return this.pressTab(name);
    await this.walkTo((await reachable(this.page)).getByRole(role, { name, exact: true }));
    await this.page.keyboard.press(role === 'checkbox' ? 'Space' : 'Enter');
  }

  async write(label: string | RegExp, text: string): Promise<void> {
    await this.walkTo((await reachable(this.page)).getByLabel(label, { exact: true }));
    await this.page.keyboard.press('ControlOrMeta+a');
    await this.page.keyboard.insertText(text);
  }

  async writeMoment(label: string | RegExp, when: string): Promise<void> {
    await this.walkTo((await reachable(this.page)).getByLabel(label, { exact: true }));
    const [, year = '', month = '', day = '', hour = '', minute = ''] = /^(\d+)-(\d+)-(\d+)T(\d+):(\d+)$/.exec(when) ?? [];
    await this.page.keyboard.type(`${month}${day}${year}`);
    // The year takes up to six digits, so the way on is an arrow.
    await this.page.keyboard.press('ArrowRight');
    await this.page.keyboard.type(`${String(Number(hour) % 12 || 12).padStart(2, '0')}${minute}${Number(hour) < 12 ? 'AM' : 'PM'}`);
  }

  async choose(name: string | RegExp): Promise<void> {
    const box = this.page.getByRole('checkbox', { name });
    if ((await box.count()) > 0) {
      await this.walkTo(box);
      if (!(await box.first().isChecked())) await this.page.keyboard.press('Space');
      return;
    }
    // Of radio buttons one has a stop; arrows move among them and choose.
    const radio = this.page.getByRole('radio', { name });
    await this.walkTo(this.page.getByRole('radiogroup').filter({ has: radio }).getByRole('radio'));
    for (let steps = 0; !(await radio.first().isChecked()); steps += 1) {
      expect(steps, `arrows to the choice ${String(name)}`).toBeLessThan(12);
      await this.page.keyboard.press(steps === 0 && (await isFocused(radio)) ? 'Space' : 'ArrowDown');
    }
  }

  async pick(label: string | RegExp, text: string, option: string | RegExp): Promise<void> {
    await this.walkTo(this.page.getByRole('combobox', { name: label }));
    await this.page.keyboard.type(text, { delay: 20 });
    const wanted = this.page.getByRole('option', { name: option }).first();
    await wanted.waitFor();
    for (let steps = 0; (await wanted.getAttribute('data-focused')) === null; steps += 1) {
      expect(steps, `arrows to the suggestion ${String(option)}`).toBeLessThan(12);
      await this.page.keyboard.press('ArrowDown');
    }
    await this.page.keyboard.press('Enter');
  }

  async attach(button: string | RegExp, file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser');
    await this.press('button', button);
    await (await chooser).setFiles(file);
  }

  /** Of tabs one has a stop; arrows move among them and open. */
  private async pressTab(name: string | RegExp): Promise<void> {
    const wanted = this.page.getByRole('tab', { name, exact: true });
    await this.walkTo(this.page.getByRole('tablist').filter({ has: wanted }).getByRole('tab'));
    for (let steps = 0; !(await isFocused(wanted)); steps += 1) {
      expect(steps, `arrows to the tab ${String(name)}`).toBeLessThan(12);
      await this.page.keyboard.press('ArrowRight');
    }
  }

  /** Presses Tab until one of these has the focus, and expects to see that it has. */
  private async walkTo(target: Locator): Promise<void> {
    await target.first().waitFor();
    await settled(this.page);
    // What the page itself has focused was never seen without its ring: there, any ring will do.
    const before = (await isFocused(target)) ? [] : await looks(target);
    for (let stops = 0; !(await isFocused(target)); stops += 1) {
      expect(stops, `stops on the way to ${String(target)}`).toBeLessThan(PATIENCE);
      await this.page.keyboard.press('Tab');
    }
    const after = await looks(target);
    const isSeen = before.length > 0 ? after.some((look, at) => look !== before[at]) : after.some((look) => RING.test(look));
    expect(isSeen, `the focus on ${String(target)} can be seen`).toBe(true);
  }
}

async function isFocused(target: Locator): Promise<boolean> {
  return target.evaluateAll((elements) => elements.some((element) => element === document.activeElement));
}

/** How each thing is drawn, with what stands around it: a ring may be drawn on the label of a hidden box. */
async function looks(target: Locator): Promise<string[]> {
  return target.evaluateAll((elements) =>
    elements.map((element) => {
      const label = element.closest('label, [data-field]');
      const drawn = [element, element.parentElement, label, ...(label?.querySelectorAll('*') ?? [])].filter((one) => one !== null);
      return drawn.map((one) => getComputedStyle(one)).map((style) => `${style.outlineStyle} ${style.outlineWidth} ${style.outlineColor} ${style.boxShadow}`).join('; ');
    }),
  );
}
