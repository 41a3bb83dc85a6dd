import { Inject, Injectable } from '@nestjs/common';
import { Database } from '@app/platform/database';
import { Events } from '@app/platform/events';
import type { Log } from '@app/platform/log';
import { Mails } from '@app/platform/mail';
import { Conferences, PEOPLE_WHO_CAME, PEOPLE_WHO_STAYED_AWAY } from '@app/conferences';
import { DIGEST_MAIL, Digests, DISTRICTS_AT_ONCE, type NextStep } from '@app/digests';
import type { StepAudience, StepKind, StepState } from './ladder-step.entity.js';
import { MESSAGE_MAIL } from './message.mail.js';
import { StepSent } from './outreach.events.js';
import { DATE_STEPS, NEXT_DUE, STEP_AFTER } from './outreach.queries.js';

interface DueStep {
  id: string;
  conferenceId: string;
  kind: StepKind;
  audience: StepAudience;
  state: StepState;
}

/**
 * Carries out the steps whose moment has come. Each piece of work (opening an edition, writing to a hundred districts,
 * queueing all mail) is one transaction under the lock of its step: whoever dies in the middle leaves nothing half
 * done, and the next worker goes on from there.
 */
@Injectable()
export class Followup {
  constructor(
    private readonly db: Database,
    private readonly events: Events,
    private readonly conferences: Conferences,
    private readonly digests: Digests,
    private readonly mails: Mails,
    @Inject('LOG') private readonly log: Log,
  ) {}

  /** Carries out all that is due. A step that fails is left for the next run and does not hold up the others. */
  async run(): Promise<void> {
    await this.db.query(DATE_STEPS);
    const failed: string[] = [];
    for (;;) {
      const result = await this.advance(failed);
      if (result === 'nothing is due') return;
      if (result !== 'done') failed.push(result.failed);
    }
  }

  /** Does the next piece of work. */
  private async advance(except: readonly string[]): Promise<'done' | 'nothing is due' | { failed: string }> {
    let step: DueStep | undefined;
    try {
      return await this.db.transaction(async () => {
        step = (await this.db.query<DueStep>(NEXT_DUE, [except]))[0];
        if (!step) return 'nothing is due';
        await this.carryOn(step);
        return 'done';
      });
    } catch (error) {
      if (!step) throw error;
      this.log.error({ step: step.id, error: String(error) }, 'a step of a ladder could not be carried out');
      return { failed: step.id };
    }
  }

  private async carryOn(step: DueStep): Promise<void> {
    if (step.state === 'planned') return this.open(step);
    if (step.kind === 'digest') {
      const districts = await this.unwritten(step);
      if (districts.length > 0) return this.write(step, districts);
    }
    await this.queue(step);
  }

  private async open(step: DueStep): Promise<void> {
    await this.db.query(`update ladder_step set state = 'sending', opened_at = now() where id = $1`, [step.id]);
    if (step.kind !== 'digest') return;
    const [conference] = await this.conferences.times([step.conferenceId]);
    if (!conference) throw new Error(`The conference of the step ${step.id} is gone.`);
    // The first digest tells of the conference itself, each later one of what came after the one before.
    const since = (await this.digests.lastFor(step.conferenceId, step.id)) ?? conference.startsAt;
    await this.digests.open({ id: step.id, conferenceId: conference.id, title: conference.title, path: `/conferences/${conference.slug}`, since, next: await this.after(step, conference.zone) });
  }

  private async after(step: DueStep, zone: string): Promise<NextStep | null> {
    const next = await this.db.one<{ kind: StepKind; fromName: string | null; dueAt: Date }>(STEP_AFTER, [step.conferenceId]);
    return next && { title: next.kind === 'message' ? `A message from ${next.fromName}` : 'The next digest', at: next.dueAt.toISOString(), zone };
  }

  private async unwritten(step: DueStep): Promise<string[]> {
    const districts = await this.db.query<{ organization_id: string }>(`select distinct organization_id from (${PEOPLE_WHO_CAME}) came`, [step.conferenceId]);
    return this.digests.unwritten(step.id, districts.map(({ organization_id }) => organization_id));
  }

  private async write(step: DueStep, districts: readonly string[]): Promise<void> {
    const some = districts.slice(0, DISTRICTS_AT_ONCE);
    const [edition, keys] = [await this.digests.edition(step.id), await this.conferences.keysOfTeams(some)];
    await this.digests.write(step.id, {
      since: edition.since,
      conferenceId: step.conferenceId,
      districts: some.map((organizationId) => ({ organizationId, keys: ['public', 'members', `team:${organizationId}`, ...(keys.get(organizationId) ?? [])] })),
    });
  }

  private async personIds(people: string, conferenceId: string): Promise<string[]> {
    return (await this.db.query<{ account_id: string }>(`select account_id from (${people}) people`, [conferenceId])).map((row) => row.account_id);
  }

  private async queue(step: DueStep): Promise<void> {
    const people = step.audience === 'attended' ? PEOPLE_WHO_CAME : PEOPLE_WHO_STAYED_AWAY;
    // What is new for single people is noted a part at a time, each in its own transaction; then the mail goes to all at once.
    if (step.kind === 'digest' && (await this.digests.noteAsides(step.id, await this.personIds(people, step.conferenceId)))) return;
    const own = step.kind === 'digest' ? await this.digests.peopleWithAsides(step.id) : [];
    const recipients = await this.mails.sendSelected(
      { kind: step.kind === 'digest' ? DIGEST_MAIL : MESSAGE_MAIL, edition: step.id, category: step.kind },
      `select account_id as person_id, address, jsonb_build_object('organization', organization_id) || case when account_id = any($2::uuid[]) then '{"own": true}' else '{}' end::jsonb as data from (${people}) people`,
      [step.conferenceId, own],
    );
    await this.db.query(`update ladder_step set state = 'sent', sent_at = now(), recipients = $2 where id = $1`, [step.id, recipients]);
    await this.events.publish(StepSent, { conferenceId: step.conferenceId, stepId: step.id });
  }
}
