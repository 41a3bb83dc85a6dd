import type { Locator, Page } from '@playwright/test';

/** The things on a page that people act on, by the role and name that a screen reader would say. */
export type Role = 'button' | 'link' | 'tab' | 'checkbox' | 'radio' | 'menuitem' | 'option';

/**
 * A person at a browser. Journeys are written for it once and are then walked by a hand with a pointer and by one with
 * nothing but a keyboard.
 */
export interface Actor {
  readonly page: Page;
  /** Types an address, or opens a mailed link. */
  open(address: string): Promise<void>;
  press(role: Role, name: string | RegExp): Promise<void>;
  write(label: string | RegExp, text: string): Promise<void>;
  /** Writes into a field for day and time; `when` as 2031-04-10T09:00. */
  writeMoment(label: string | RegExp, when: string): Promise<void>;
  /** One of several choices in view. */
  choose(name: string | RegExp): Promise<void>;
  /** Types until something is suggested and takes the suggestion. */
  pick(label: string | RegExp, text: string, option: string | RegExp): Promise<void>;
  attach(button: string | RegExp, file: { name: string; mimeType: string; buffer: Buffer }): Promise<void>;
}

/** Where one can act: in the dialog while one is open, else on the whole page. */
export async function reachable(page: Page): Promise<Page | Locator> {
  const dialog = page.getByRole('dialog').or(page.getByRole('alertdialog'));
  return (await dialog.count()) > 0 ? dialog.last() : page;
}
