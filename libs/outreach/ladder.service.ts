import { Injectable } from '@nestjs/common';
import { Database, newId } from '@app/platform/database';
import { Events } from '@app/platform/events';
import { Conflict, Invalid, NotAllowed } from '@app/platform/graphql';
import { type MailState, Mails } from '@app/platform/mail';
import { keysOfViewer, type Viewer } from '@app/people';
import { type ConferenceRow, Conferences } from '@app/conferences';
import { LadderStep } from './ladder-step.entity.js';
import { LadderChanged } from './outreach.events.js';
import { canPlan, canSignFor } from './outreach.policy.js';
import { DATE_STEPS, LADDERS, type StepRow } from './outreach.queries.js';
import { type StepDraft, StepUnit } from './outreach.types.js';

/** A conference's follow-up, as one reader may see it. */
export interface LadderView {
  conferenceId: string;
  steps: StepRow[];
  next: StepRow | null;
  unplanned: boolean;
  canPlan: boolean;
  signsFor: string[];
}

const LONGEST_DAYS = 400;

/** The ladder: follow-up after a conference as dated steps, written before it opens. */
@Injectable()
export class Ladders {
  constructor(
    private readonly db: Database,
    private readonly events: Events,
    private readonly conferences: Conferences,
    private readonly mails: Mails,
  ) {}

  /** The steps of many conferences in one statement, by the conference. */
  async stepsOf(conferenceIds: readonly string[]): Promise<Map<string, StepRow[]>> {
    const rows = await this.db.query<StepRow>(LADDERS, [conferenceIds]);
    const found = new Map(conferenceIds.map((id) => [id, [] as StepRow[]]));
    for (const row of rows) found.get(row.conferenceId)?.push(row);
    return found;
  }

  /** What became of the mails of steps, by the step. */
  mailsOf(stepIds: readonly string[]): Promise<Map<string, Partial<Record<MailState, number>>>> {
    return this.mails.tally(stepIds);
  }

  async of(viewer: Viewer | null, conference: ConferenceRow): Promise<LadderView> {
    return this.view(viewer, conference, (await this.stepsOf([conference.id])).get(conference.id) ?? []);
  }

  /** What a reader may see: that and when a step comes, everybody; a message before it is sent, only those who plan. */
  view(viewer: Viewer | null, conference: ConferenceRow, steps: StepRow[]): LadderView {
    const plans = canPlan(viewer, conference);
    const member = keysOfViewer(viewer).includes('members');
    return {
      conferenceId: conference.id,
      steps: steps.map((step) => ({
        ...step,
        body: plans ? step.body : null,
        subject: plans || (member && step.state === 'sent') ? step.subject : null,
        recipients: member ? step.recipients : null,
      })),
      next: steps.find(({ state }) => state === 'planned') ?? null,
      unplanned: !conference.history && steps.length === 0,
      canPlan: plans,
      signsFor: viewer && plans ? conference.sponsors.map(({ organizationId }) => organizationId).filter((id) => canSignFor(viewer, conference, id)) : [],
    };
  }

  /** Adds several steps at once, such as the ladder that is offered. */
  async plan(viewer: Viewer, conferenceId: string, drafts: readonly StepDraft[]): Promise<LadderView> {
    return this.db.transaction(async () => {
      const conference = await this.plannable(viewer, conferenceId);
      for (const draft of drafts) await this.write(viewer, conference, newId(), draft);
      return this.changed(viewer, conference);
    });
  }

  async edit(viewer: Viewer, stepId: string, draft: StepDraft): Promise<LadderView> {
    return this.db.transaction(async () => {
      const { step, conference } = await this.mine(viewer, stepId);
      if (draft.kind !== step.kind) throw new Invalid({ kind: 'A digest stays a digest and a message a message. Remove it and add another.' });
      await this.write(viewer, conference, step.id, draft);
      return this.changed(viewer, conference);
    });
  }

  async remove(viewer: Viewer, stepId: string): Promise<LadderView> {
    return this.db.transaction(async () => {
      const { step, conference } = await this.mine(viewer, stepId);
      await this.db.query(`update ladder_step set state = 'cancelled' where id = $1`, [step.id]);
      return this.changed(viewer, conference);
    });
  }

  /** A step that this person may change: still ahead, and theirs to sign for when it is a message. */
  async mine(viewer: Viewer, stepId: string): Promise<{ step: LadderStep; conference: ConferenceRow }> {
    const [row] = await this.db.query<{ id: string; conference_id: string }>(`select id, conference_id from ladder_step where id = $1 and state <> 'cancelled' for update`, [stepId]);
    if (!row) throw new NotAllowed();
    const conference = await this.plannable(viewer, row.conference_id);
    const step = await this.db.of(LadderStep).findOneByOrFail({ id: row.id });
    if (step.fromOrganizationId && !canSignFor(viewer, conference, step.fromOrganizationId)) throw new NotAllowed('Only the organization whose leader signs this message may change it.');
    if (step.state !== 'planned') throw new Conflict('This step has begun to be sent, so it cannot be changed.');
    return { step, conference };
  }

  /** Dates what has not been dated of conferences that have ended. May run at any time and as often as it likes. */
  async date(): Promise<void> {
    await this.db.query(DATE_STEPS);
  }

  private async plannable(viewer: Viewer, conferenceId: string): Promise<ConferenceRow> {
    const conference = await this.conferences.get(viewer, conferenceId);
    if (!canPlan(viewer, conference)) throw new NotAllowed('Only the organizations behind this conference plan what comes after it.');
    return conference;
  }

  private async write(viewer: Viewer, conference: ConferenceRow, id: string, draft: StepDraft): Promise<void> {
    const step = { ...checked(draft), id, conferenceId: conference.id, plannedBy: viewer.accountId };
    if (step.fromOrganizationId && !canSignFor(viewer, conference, step.fromOrganizationId)) {
      throw new Invalid({ fromOrganizationId: 'A message is signed by a leader of your own organization, and it must stand behind this conference.' });
    }
    await this.enter(step);
  }

  /** Enters a step or changes it; its date is found anew. */
  async enter(step: EnteredStep): Promise<void> {
    const entered = await this.db.query(
      `insert into ladder_step (id, conference_id, kind, audience, after_end, from_organization_id, from_name, from_title, subject, body, planned_by)
       select $1, $2, $3, $4, $5::interval, $6, $7, $8, $9, $10, $11
       where $3 = 'message' or not exists (select 1 from ladder_step other where other.conference_id = $2 and other.kind = 'digest' and other.state <> 'cancelled' and other.after_end = $5::interval and other.id <> $1)
       on conflict (id) do update set audience = excluded.audience, after_end = excluded.after_end, from_organization_id = excluded.from_organization_id, from_name = excluded.from_name,
         from_title = excluded.from_title, subject = excluded.subject, body = excluded.body, due_at = null
       returning id`,
      [step.id, step.conferenceId, step.kind, step.audience, step.afterEnd, step.fromOrganizationId, step.fromName, step.fromTitle, step.subject, step.body, step.plannedBy],
    );
    if (entered.length === 0) throw new Conflict('There is a digest at that moment already. Choose another moment.');
  }

  private async changed(viewer: Viewer, conference: ConferenceRow): Promise<LadderView> {
    await this.date();
    await this.events.publish(LadderChanged, { conferenceId: conference.id });
    return this.of(viewer, conference);
  }
}

export type EnteredStep = Pick<LadderStep, 'id' | 'conferenceId' | 'kind' | 'audience' | 'afterEnd' | 'fromOrganizationId' | 'fromName' | 'fromTitle' | 'subject' | 'body' | 'plannedBy'>;

const DAYS: Record<StepUnit, number> = { minutes: 1 / 1440, hours: 1 / 24, days: 1, weeks: 7 };

/** A draft with everything its kind needs and nothing else. */
function checked(draft: StepDraft): Omit<EnteredStep, 'id' | 'conferenceId' | 'plannedBy'> {
  if (draft.amount * DAYS[draft.unit] > LONGEST_DAYS) throw new Invalid({ amount: 'A ladder is at most 400 days long.' });
  const when = { audience: draft.audience, afterEnd: `${draft.amount} ${draft.unit}` };
  if (draft.kind === 'digest') {
    if (draft.audience !== 'attended') throw new Invalid({ audience: 'A digest goes to those who came. Write a message to those who did not.' });
    return { kind: 'digest', ...when, fromOrganizationId: null, fromName: null, fromTitle: null, subject: null, body: null };
  }
  const { fromOrganizationId, fromName, fromTitle, subject, body } = draft;
  const missing = {
    ...(!fromOrganizationId && { fromOrganizationId: 'Say which organization writes.' }),
    ...(!fromName && { fromName: 'Name the leader who signs.' }),
    ...(!subject && { subject: 'A subject is needed.' }),
    ...(!body && { body: 'Write the message.' }),
  };
  if (!fromOrganizationId || !fromName || !subject || !body) throw new Invalid(missing);
  return { kind: 'message', ...when, fromOrganizationId, fromName, fromTitle: fromTitle || null, subject, body };
}
