import { APP_GUARD } from '@nestjs/core';
import { Database } from '@app/platform/database';
import { live, liveRules } from '@app/platform/events';
import type { Feature } from '@app/platform/feature';
import { job, jobs, schedule, schedules } from '@app/platform/jobs';
import { mailTemplates } from '@app/platform/mail';
import { END_ROOM } from '@app/platform/realtime';
import { Account } from './account.entity.js';
import { Accounts } from './accounts.service.js';
import { Attempts } from './attempts.service.js';
import { Audiences } from './audiences.service.js';
import { Challenge } from './challenge.entity.js';
import { Confirmations } from './confirmations.service.js';
import { CreatePeople1700000001000 } from './migrations/1700000001000-create-people.js';
import { ConfirmByCode1700000001010 } from './migrations/1700000001010-confirm-by-code.js';
import { ChooseWhoFinds1700000036150 } from './migrations/1700000036150-choose-who-finds.js';
import { SessionEnded } from './people.events.js';
import { confirmAddressMail, howToJoinMail, signInMail } from './people.mail.js';
import { PeopleResolver } from './people.resolver.js';
import { Session } from './session.entity.js';
import { Sessions } from './sessions.service.js';
import { SignIn } from './sign-in.service.js';
import { ViewerGuard } from './viewer.guard.js';
import { WritingsResolver } from './writings.resolver.js';
import { Writings } from './writings.service.js';

const sweep = job('people.sweep', async (get) => {
  const db = get(Database);
  await db.query(`delete from challenge where expires_at < now() - interval '1 day'`);
  await db.query(`delete from attempt where window_start < now() - interval '1 day'`);
  await db.query(`delete from session where coalesce(ended_at, expires_at) < now() - interval '90 days'`);
});

export const peopleFeature: Feature = {
  name: 'people',
  entities: [Account, Session, Challenge],
  migrations: [CreatePeople1700000001000, ConfirmByCode1700000001010, ChooseWhoFinds1700000036150],
  providers: [Accounts, Audiences, Sessions, Attempts, SignIn, Confirmations, Writings],
  api: [PeopleResolver, WritingsResolver, { provide: APP_GUARD, useClass: ViewerGuard }],
  contributes: [
    jobs.with(sweep),
    schedules.with(schedule(sweep, { every: 60 * 60 * 1000 })),
    liveRules.with(live(SessionEnded, ({ payload }) => [{ room: `session:${payload.sessionId}`, kind: END_ROOM }])),
    mailTemplates.with(signInMail, howToJoinMail, confirmAddressMail),
  ],
};
