import { expect } from '@playwright/test';
import { test } from './support/reading.js';
import { settled } from './support/settled.js';

test('after a conference a presenting district begins its own case study from what it showed; others are offered none', async ({ read, demo }) => {
  const address = `/conferences/${await demo.value('select slug from conference where id = $1', [await demo.recall('conference:ridgeline')])}`;
  const ruth = (await read('ruth', 1280)).page;
  await ruth.goto(address);
  const part = ruth.getByRole('region', { name: 'Case studies of what was shown' });
  await expect(part.getByRole('link')).toHaveText(['Cedar Ridge Public Schools']);
  await part.getByRole('link').click();
  await expect(ruth.getByRole('group', { name: /^Materials for the first draft/ })).toBeVisible();
  const dana = (await read('dana', 1280)).page;
  await dana.goto(address);
  await settled(dana);
  await expect(dana.getByRole('heading', { name: 'Case studies of what was shown' })).toHaveCount(0);
});
