import { parseArgs } from 'node:util';
import { loadConfig, publicUrl } from '@app/platform/config';
import { Database } from '@app/platform/database';
import { Mails } from '@app/platform/mail';
import { Accounts } from '@app/people';
import { withHouse } from '../quiet.js';

const USAGE = `npm run people:invite -- ADDRESS --steward [--name "First Last"]

Makes the account of a steward, who looks after this installation: confirms seats, invites districts, decides reports.
Without SMTP_URL it prints the address to sign in at instead of mailing it. Safe to repeat.`;
const ADDRESS = /^[^\s@]+@[^\s@]+\.[^\s@.]+$/;

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { steward: { type: 'boolean' }, name: { type: 'string' }, help: { type: 'boolean' } } });
  const [given, ...more] = positionals;
  if (values.help) return say(USAGE, 0);
  if (!given || more.length > 0) return say(USAGE, 2);
  const email = given.trim().toLowerCase();
  if (!ADDRESS.test(email) || email.length > 254) return say(`"${given}" is not an e-mail address. It needs the form name@example.org.`, 2);
  if (!values.steward) return say('Say --steward. Everybody else is invited on the pages of Accord, by somebody who knows their team.', 2);
  const name = (values.name ?? email.split('@')[0] ?? email).trim().slice(0, 120) || email;

  const config = loadConfig();
  const signIn = `${publicUrl(config)}/sign-in`;
  return withHouse(async (get) => {
    const [db, accounts, mails] = [get(Database), get(Accounts), get(Mails)];
    const before = await accounts.findByEmail(email);
    if (before?.isSteward) return say(`${email} is a steward already. Sign in at ${signIn}`, 0);
    await db.transaction(async () => {
      const account = await accounts.ensure({ email, name });
      await accounts.makeSteward(account.id);
      if (config.SMTP_URL) await mails.send({ to: { personId: account.id, address: email }, kind: 'organizations.steward-made', edition: 'once', category: 'transactional' });
    });
    const what = before ? `${email} is a steward now.` : `${email} has an account and is a steward.`;
    return say(config.SMTP_URL ? `${what} A mail with the way in is on its way.` : `${what} Without SMTP_URL no mail leaves. Sign in at ${signIn}`, 0);
  });
}

function say(text: string, code: number): number {
  (code === 0 ? console.log : console.error)(text);
  return code;
}

process.exitCode = await main().catch((error: unknown) => {
  if (error instanceof TypeError && 'code' in error) return say(`${error.message}\n\n${USAGE}`, 2);
  throw error;
});
