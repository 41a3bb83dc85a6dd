import { Injectable } from '@nestjs/common';
import { In, Not } from 'typeorm';
import { Database, isId } from '@app/platform/database';
import { Invalid, keysOf, type Page, type PageArgs, pageOf } from '@app/platform/graphql';
import { needSteward, type Viewer } from '@app/people';
import { Decision } from './decision.entity.js';
import { isTheirs } from './moderation.policy.js';
import { Report } from './report.entity.js';

/** What was taken down, for its author: their own words and the stewards', and nothing of who reported it. */
export interface TakenDown {
  id: string;
  title: string;
  text: string;
  reason: string;
  at: Date;
  stands: boolean;
  letters: Decision[];
}

/** What stewards and authors read. Everybody else reads nothing here. */
@Injectable()
export class ModerationReads {
  constructor(private readonly db: Database) {}

  /** Reports that wait, the longest-waiting first. */
  async open(viewer: Viewer, { first, after }: PageArgs): Promise<Page<Report>> {
    needSteward(viewer);
    const place = placeIn(after);
    const list = this.db.of(Report).createQueryBuilder('r').where(`r.state = 'open'`);
    if (place) list.andWhere('(r.created_at, r.id) > (:at, :id)', place);
    const [rows, total] = await Promise.all([
      list.orderBy('r.createdAt').addOrderBy('r.id').take(first + 1).getMany(),
      this.db.of(Report).countBy({ state: 'open' }),
    ]);
    return pageOf(rows, first, (report) => [report.createdAt.toISOString(), report.id], total);
  }

  /** Reports that were decided, the latest first. */
  async decided(viewer: Viewer, { first, after }: PageArgs): Promise<Page<Report>> {
    needSteward(viewer);
    const place = placeIn(after);
    const list = this.db.of(Report).createQueryBuilder('r').where(`r.state <> 'open'`);
    if (place) list.andWhere('(r.decided_at, r.id) < (:at, :id)', place);
    const [rows, total] = await Promise.all([
      list.orderBy('r.decidedAt', 'DESC').addOrderBy('r.id', 'DESC').take(first + 1).getMany(),
      this.db.of(Report).countBy({ state: Not('open') }),
    ]);
    return pageOf(rows, first, (report) => [report.decidedAt?.toISOString() ?? null, report.id], total);
  }

  async report(viewer: Viewer, id: string): Promise<Report | null> {
    return viewer.isSteward && isId(id) ? this.db.of(Report).findOneBy({ id }) : null;
  }

  /** The trail of each thing, by its id, in the order in which it happened. */
  async trailOf(subjectIds: readonly string[]): Promise<Decision[]> {
    return this.db.of(Decision).find({ where: { subjectId: In([...subjectIds]) }, order: { at: 'ASC', id: 'ASC' } });
  }

  /** How many reports on each thing are open. */
  async openOn(subjectIds: readonly string[]): Promise<Map<string, number>> {
    const rows = await this.db.query<{ subject_id: string; n: number }>(`select subject_id, count(*)::int as n from report where subject_id = any($1::uuid[]) and state = 'open' group by subject_id`, [subjectIds]);
    return new Map(rows.map((row) => [row.subject_id, row.n]));
  }

  /** What was taken down, for its author and whoever speaks for their organization; null for everybody else. */
  async takenDown(viewer: Viewer, decisionId: string): Promise<TakenDown | null> {
    const decision = isId(decisionId) ? await this.db.of(Decision).findOneBy({ id: decisionId, verb: 'taken_down' }) : null;
    const report = decision && (await this.db.of(Report).findOneBy({ id: decision.reportId }));
    if (!decision || !report || !isTheirs(viewer, report)) return null;
    const letters = await this.db.of(Decision).find({ where: { answersId: decision.id }, order: { at: 'ASC', id: 'ASC' } });
    return { id: decision.id, title: report.title, text: report.text, reason: decision.words, at: decision.at, stands: report.state === 'restored', letters };
  }
}

/** The moment and the id after which a list goes on. */
function placeIn(after: string | null | undefined): { at: string; id: string } | null {
  const keys = keysOf(after, 2);
  if (!keys) return null;
  const [at, id] = keys;
  if (typeof at === 'string' && !Number.isNaN(Date.parse(at)) && isId(id)) return { at, id };
  throw new Invalid({ after: 'This place in the list is not known. Start again from the first page.' });
}
