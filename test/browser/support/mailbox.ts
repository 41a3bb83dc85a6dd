import { expect, type FrameLocator } from '@playwright/test';
import type { Actor } from './actor.js';
import { settled } from './settled.js';

/** Within this time everything that is due has been rendered and sent. */
const PATIENCE_MS = 45_000;

/** Opens the newest mail to an address whose subject fits, waiting for it as its reader would; answers the letter. */
export async function readMail(actor: Actor, address: string, subject: RegExp): Promise<FrameLocator> {
  await actor.open(`/mailbox?to=${encodeURIComponent(address)}`);
  // The page looks for new mail by itself.
  await expect(actor.page.getByRole('link', { name: subject }).first()).toBeVisible({ timeout: PATIENCE_MS });
  await actor.press('link', subject);
  await expect(actor.page.getByRole('heading', { level: 1, name: subject })).toBeVisible();
  await settled(actor.page);
  return actor.page.frameLocator('iframe');
}

/** How many mails to an address have a subject that fits. */
export async function mailCount(actor: Actor, address: string, subject: RegExp): Promise<number> {
  await actor.open(`/mailbox?to=${encodeURIComponent(address)}`);
  await settled(actor.page);
  return actor.page.getByRole('link', { name: subject }).count();
}
