import { expect, test } from '@playwright/test';
import { Keyboard } from './support/keyboard.js';
import { Pointer } from './support/pointer.js';
import { settled } from './support/settled.js';
import { Signer } from './support/signer.js';

const asked = (value: number): string => `/practices?status=in-force&confirmed=${new Date().getFullYear()}&figure=Staff+vote&unit=%25&is=at-least&value=${value}`;

for (const [hand, Hand, figure] of [['a mouse', Pointer, 85], ['a keyboard', Keyboard, 86]] as const) {
  test(`with ${hand}, a district records a practice, its three seats affirm it, a sponsor approves it, and one address finds it`, async ({ browser, page: visitor }) => {
    test.setTimeout(300_000);
    const title = `A school moves its day with ${figure} of a hundred`;
    const sit = (key: 'gloria' | 'james' | 'mei') => Signer.sitDown(browser, key, 'harbor-point', Hand);
    const [gloria, james, mei, eleanor] = [await sit('gloria'), await sit('james'), await sit('mei'), await Signer.sitDown(browser, 'eleanor', 'forum', Hand)];

    await test.step('Gloria writes it down, with its figure', async () => {
      await gloria.hand.open('/practices/new?principle=4');
      await gloria.hand.write('The practice in a few words', title);
      await gloria.hand.write('What you do', 'A building moves the start of its day when its staff votes for it by secret ballot.');
      await gloria.hand.write('How it came about', 'Two buildings did it without asking, and both sides found that nobody had minded but the bus company.');
      await gloria.hand.choose('Memorandum of understanding');
      await gloria.hand.press('button', 'Add a figure');
      // What others count is offered; choosing it brings its unit along.
      await gloria.hand.pick('What is counted', 'staff v', /^Staff vote/);
      await gloria.hand.write('Figure', String(figure));
      await expect(gloria.page.getByRole('combobox', { name: /^In/ })).toHaveValue('%');
      // Words of one's own stay, also without a choice.
      await gloria.hand.press('button', 'Add a figure');
      const second = gloria.page.getByRole('group', { name: 'Figures it turns on 2' });
      await second.getByRole('combobox', { name: 'What is counted' }).fill(`Notice to bus company ${figure}`);
      await second.getByRole('textbox', { name: 'Figure' }).fill('6');
      await second.getByRole('combobox', { name: /^In/ }).fill(`weeks of year ${figure}`);
      await gloria.hand.press('button', 'Share it');
      await expect(gloria.page.getByRole('heading', { level: 1, name: title })).toBeVisible();
      await expect(gloria.page.getByText(/^Told by the district itself/)).toBeVisible();
      await expect(gloria.page.getByText(`at least 6 weeks of year ${figure}`)).toBeVisible();
    });
    const address = new URL(gloria.page.url()).pathname;

    await test.step('she asks the seats and signs; James finds it waiting; Mei-Lin signs last', async () => {
      await gloria.hand.press('button', 'Ask your seats to sign it');
      await expect(gloria.page.getByRole('heading', { level: 1, name: `What we practise: ${title}` })).toBeVisible();
      const act = new URL(gloria.page.url()).pathname;
      await gloria.sign('Superintendent');
      await james.hand.open('/team');
      await james.hand.press('link', new RegExp(`Gloria Tennant asks you to sign .*${title}`));
      await james.sign('Board president');
      await mei.hand.open(act);
      await mei.sign('Union leader');
      await expect(mei.page.getByText('All 3 seats have signed this. It holds.')).toBeVisible({ timeout: 20_000 });
    });

    await test.step('it is not in force before a sponsor has approved it', async () => {
      await visitor.goto(asked(80));
      await settled(visitor);
      await expect(visitor.getByRole('link', { name: title })).toHaveCount(0);
      await eleanor.hand.open(address);
      await eleanor.hand.press('button', 'Approve it for your organization');
      await expect(eleanor.page.getByText(/^In force: confirmed by its district’s seats on /)).toBeVisible();
    });

    await test.step('from then on one address finds it, and a higher figure does not', async () => {
      await visitor.goto(asked(80));
      await expect(visitor.getByRole('link', { name: title })).toBeVisible();
      await visitor.goto(asked(99));
      await settled(visitor);
      await expect(visitor.getByRole('link', { name: title })).toHaveCount(0);
    });
    for (const { complaints } of [gloria, james, mei, eleanor]) expect(complaints.take()).toEqual([]);
  });
}
