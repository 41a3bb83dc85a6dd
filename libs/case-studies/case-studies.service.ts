import { Injectable } from '@nestjs/common';
import { Database, isId, newId } from '@app/platform/database';
import { Events } from '@app/platform/events';
import { Conflict, Invalid, NotAllowed, type Page } from '@app/platform/graphql';
import { shut } from '@app/platform/search';
import { Accounts, type Viewer } from '@app/people';
import { Organizations, READERS_ONLY } from '@app/organizations';
import { needPrinciple } from '@app/framework';
import { ConferenceNotes, Conferences } from '@app/conferences';
import { CaseStudy } from './case-study.entity.js';
import { CaseStudyMail } from './case-studies.notifications.js';
import { CaseStudyChanged } from './case-studies.events.js';
import { assigningSeat, can, canRead, sponsorSeats, wasTheirs } from './case-studies.policy.js';
import { type CaseStudyFilter, type CaseStudyRow, caseStudyById, caseStudyBySlug, possibleWriters, publishedPage, underWay } from './case-studies.queries.js';
import type { PartName } from './contract/limits.js';
import { emptyParts, firstDraft, type LeftOut, type Parts } from './template.js';

export interface Assignment {
  districtId: string;
  writerId: string;
  title: string;
  principles: readonly number[];
  /** For whom it is assigned, where somebody speaks for several. */
  organizationId?: string | null;
  /** A conference at which the district showed this; its materials and what was noted of it become the first draft. */
  conferenceId?: string | null;
  materialIds?: readonly string[] | null;
  /** What those who came noted of what the district showed; all that the asker may read unless they choose. */
  noteIds?: readonly string[] | null;
}

export interface Written extends Record<PartName, string> {
  caseStudyId: string;
  title: string;
  principles: readonly number[];
  revision: number;
}

const OVERTAKEN = 'This was changed in another window in the meantime. Copy what you have written, open the page again, and put the two together.';
const GONE_ON = 'This case study has gone on in the meantime. Look at its page again.';

/** Case studies from the asking of a writer to the last word of a draft. What follows once it is offered stands in {@link Confirmed}. */
@Injectable()
export class CaseStudies {
  constructor(
    private readonly db: Database,
    private readonly events: Events,
    private readonly organizations: Organizations,
    private readonly accounts: Accounts,
    private readonly conferences: Conferences,
    private readonly notes: ConferenceNotes,
    private readonly mail: CaseStudyMail,
  ) {}

  /** Null when it is not there, or not for this reader. */
  async findBySlug(viewer: Viewer | null, slug: string): Promise<CaseStudyRow | null> {
    const study = await caseStudyBySlug(this.db, slug);
    return study && canRead(viewer, study) ? study : null;
  }

  /** As {@link findBySlug}, by id. */
  async find(viewer: Viewer | null, id: string): Promise<CaseStudyRow | null> {
    const study = isId(id) ? await caseStudyById(this.db, id) : null;
    return study && canRead(viewer, study) ? study : null;
  }

  /** What is out, the latest first. */
  list(viewer: Viewer | null, filter: CaseStudyFilter, first: number, after?: string | null): Promise<Page<CaseStudyRow>> {
    if (filter.principle != null) needPrinciple(filter.principle);
    return publishedPage(this.db, viewer, filter, first, after);
  }

  /** What is under way and the viewer has a part in. */
  underWay(viewer: Viewer): Promise<CaseStudyRow[]> {
    return underWay(this.db, viewer);
  }

  /** Who could write about a district; empty for whoever may not ask anybody to. */
  async writers(viewer: Viewer, districtId: string): Promise<{ id: string; name: string; organizationName: string }[]> {
    if (!isId(districtId) || !assigningSeat(viewer, districtId)) return [];
    return possibleWriters(this.db, [districtId, ...sponsorSeats(viewer).map((seat) => seat.organizationId)], READERS_ONLY);
  }

  /** Has a district written about: by whom, and from what it showed at a conference if it did. */
  async assign(viewer: Viewer, given: Assignment): Promise<CaseStudyRow> {
    const district = await this.organizations.find(given.districtId);
    const seat = district?.kind === 'district' ? assigningSeat(viewer, district.id, given.organizationId) : null;
    if (!district || !seat) throw new NotAllowed('Only somebody who speaks for this district or for a co-sponsor may have a case study written about it.');
    await this.needWriter(given.writerId);
    const { parts, leftOut } = given.conferenceId ? await this.fromConference(viewer, given.conferenceId, district, given) : { parts: emptyParts, leftOut: [] };
    return this.db.transaction(async () => {
      const [id, now] = [newId(), new Date()];
      await this.db.of(CaseStudy).insert({
        ...parts, leftOut, id, slug: await this.freeSlug(district.slug, given.title, id), audience: `team:${district.id}`, districtId: district.id, conferenceId: given.conferenceId ?? null, title: given.title,
        principles: [...new Set(given.principles)], state: 'draft', writerId: given.writerId, assignedFor: seat.organizationId, assignedBy: viewer.accountId, createdAt: now, changedAt: now,
      });
      await this.mail.assigned(id, given.writerId, viewer.accountId);
      await this.changed(id, district.id);
      return this.get(id);
    });
  }

  /** Asks somebody else to write it. */
  async reassign(viewer: Viewer, id: string, writerId: string): Promise<CaseStudyRow> {
    await this.needWriter(writerId);
    return this.db.transaction(async () => {
      const study = await this.lock(viewer, id, 'reassign');
      await this.db.query(`update case_study set writer_id = $2, changed_at = now(), revision = revision + 1 where id = $1`, [id, writerId]);
      if (study.writerId !== writerId) await this.mail.assigned(id, writerId, viewer.accountId);
      return this.get(id);
    });
  }

  /** Gives it up before it was offered. What was written stays with those who could read it. */
  async close(viewer: Viewer, id: string): Promise<CaseStudyRow> {
    return this.db.transaction(async () => {
      await this.lock(viewer, id, 'close');
      await this.db.query(`update case_study set state = 'closed', changed_at = now() where id = $1`, [id]);
      return this.get(id);
    });
  }

  /** Keeps what its writer has written so far. */
  async write(viewer: Viewer, { caseStudyId: id, title, principles, revision, ...parts }: Written): Promise<CaseStudyRow> {
    for (const number of principles) needPrinciple(number);
    return this.db.transaction(async () => {
      const study = await this.lock(viewer, id, 'write');
      if (study.revision !== revision) throw new Conflict(OVERTAKEN);
      const { context, process, tools, outcomes, how }: Parts = parts;
      await this.db.query(
        `update case_study set title = $2, principles = $3, context = $4, process = $5, tools = $6, outcomes = $7, how = $8, revision = revision + 1, changed_at = now() where id = $1`,
        [id, title, [...new Set(principles)], context, process, tools, outcomes, how],
      );
      return this.get(id);
    });
  }

  /** Hides it from everybody but its writer, or shows it again when `reason` is null. Twice is once. */
  async hide(id: string, reason: string | null): Promise<void> {
    await this.db.transaction(async () => {
      const [touched] = await this.db.query<{ district_id: string }>(
        `update case_study set hidden_at = case when $2::text is null then null else now() end, hidden_reason = $2 where id = $1 and hidden_reason is distinct from $2 returning district_id`,
        [id, reason],
      );
      if (touched && reason !== null) await shut(this.db, 'case-study', [id]);
      if (touched) await this.changed(id, touched.district_id);
    });
  }

  /** The case study, locked, if the viewer may take this step with it now. What is not theirs to see is not there. */
  async lock(viewer: Viewer, id: string, verb: Parameters<typeof can>[1]): Promise<CaseStudy> {
    const study = await this.db.of(CaseStudy).findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
    if (study && can(viewer, verb, study)) return study;
    if (study && wasTheirs(viewer, verb, study)) throw new Conflict(GONE_ON);
    throw new NotAllowed();
  }

  async get(id: string): Promise<CaseStudyRow> {
    const study = await caseStudyById(this.db, id);
    if (!study) throw new NotAllowed();
    return study;
  }

  changed(caseStudyId: string, districtId: string): Promise<void> {
    return this.events.publish(CaseStudyChanged, { caseStudyId, districtId });
  }

  /** Only what the viewer may read of the conference, and what the district itself handed out there unless they choose. */
  private async fromConference(viewer: Viewer, conferenceId: string, district: { id: string; name: string }, { materialIds, noteIds }: Pick<Assignment, 'materialIds' | 'noteIds'>): Promise<{ parts: Parts; leftOut: LeftOut[] }> {
    const [conference] = await this.conferences.byIds(viewer, [conferenceId]);
    if (!conference) throw new Invalid({ conferenceId: 'This conference is not here. Choose another, or begin without one.' });
    const chosen = conference.materials.filter((material) => (materialIds ? materialIds.includes(material.id) : material.by === district.name));
    if (materialIds && chosen.length !== new Set(materialIds).size) throw new Invalid({ materialIds: 'One of these materials is not among those of the conference.' });
    const shown = (await this.notes.of(viewer, conference.slug)).find(({ organizationId }) => organizationId === district.id);
    const noted = (shown?.notes ?? []).filter((note) => !note.hiddenReason && (noteIds ? noteIds.includes(note.id) : true));
    if (noteIds && noted.length !== new Set(noteIds).size) throw new Invalid({ noteIds: 'One of these notes is not there any more. Open the page again.' });
    return firstDraft(conference, district.name, chosen, noted);
  }

  /** A writer is somebody who speaks for some organization here: who only reads cannot be asked. */
  async needWriter(writerId: string): Promise<void> {
    const seated = await this.db.one(`select 1 from seat st where st.account_id = $1 and st.role not in (${READERS_ONLY}) limit 1`, [writerId]);
    const [account] = seated ? await this.accounts.byIds([writerId]) : [];
    if (!account) throw new Invalid({ writerId: 'Choose somebody who holds a seat.' });
  }

  async freeSlug(district: string, title: string, id: string): Promise<string> {
    const words = `${district} ${title}`.normalize('NFKD').toLowerCase().replace(/[^a-z0-9]+/g, '-').slice(0, 80).replace(/^-|-$/g, '');
    return (await this.db.of(CaseStudy).existsBy({ slug: words })) ? `${words}-${id.slice(-6)}` : words;
  }
}
