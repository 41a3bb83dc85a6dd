import { Injectable } from '@nestjs/common';
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
    const [rows, total] = await Promise.all([
      this.db.rowsOf(Report, `where t.state = 'open' and ($1::uuid is null or (t.created_at, t.id) > (select l.created_at, l.id from report l where l.id = $1)) order by t.created_at, t.id limit $2`, [lastIn(after), first + 1]),
      this.count(`state = 'open'`),
    ]);
    return pageOf(rows, first, (report) => [report.id], total);
  }

  /** Reports that were decided, the latest first. */
  async decided(viewer: Viewer, { first, after }: PageArgs): Promise<Page<Report>> {
    needSteward(viewer);
    const [rows, total] = await Promise.all([
      this.db.rowsOf(Report, `where t.state <> 'open' and ($1::uuid is null or (t.decided_at, t.id) < (select l.decided_at, l.id from report l where l.id = $1)) order by t.decided_at desc, t.id desc limit $2`, [lastIn(after), first + 1]),
      this.count(`state <> 'open'`),
    ]);
    return pageOf(rows, first, (report) => [report.id], total);
  }

  private async count(where: string): Promise<number> {
    return (await this.db.readOne<{ n: number }>(`select count(*)::int as n from report where ${where}`))?.n ?? 0;
  }

  async report(viewer: Viewer, id: string): Promise<Report | null> {
    return viewer.isSteward && isId(id) ? ((await this.db.rowsOf(Report, 'where t.id = $1::uuid', [id]))[0] ?? null) : null;
  }

  /** The trail of each thing, by its id, in the order in which it happened. */
  async trailOf(subjectIds: readonly string[]): Promise<Decision[]> {
    return this.db.rowsOf(Decision, 'where t.subject_id = any($1::uuid[]) order by t.at, t.id', [subjectIds]);
  }

  /** How many reports on each thing are open. */
  async openOn(subjectIds: readonly string[]): Promise<Map<string, number>> {
    const rows = await this.db.read<{ subject_id: string; n: number }>(`select subject_id, count(*)::int as n from report where subject_id = any($1::uuid[]) and state = 'open' group by subject_id`, [subjectIds]);
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

/** The report after which a list goes on. Its moment is looked up, since only PostgreSQL knows it to the microsecond; reports are never taken away. */
function lastIn(after: string | null | undefined): string | null {
  const keys = keysOf(after, 1);
  if (!keys) return null;
  if (isId(keys[0])) return keys[0];
  throw new Invalid({ after: 'This place in the list is not known. Start again from the first page.' });
}
