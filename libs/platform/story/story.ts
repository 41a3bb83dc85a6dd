import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Database } from '@app/platform/database';
import { Contributions, type Feature, type Get, Point } from '@app/platform/feature';

/** Rows that every installation has from the start, such as the named districts and the practices. Safe to lay again. */
export interface Foundation {
  name: string;
  lay: (get: Get) => Promise<void>;
}

export const foundations = new Point<Foundation>('story.foundations');

/** One chapter of the demo: what invented people have done in one feature. Told once, in the order of the features. */
export interface Chapter {
  name: string;
  tell: (get: Get, story: Story) => Promise<void>;
}

export const chapters = new Point<Chapter>('story.chapters');

/** What the chapters tell each other: ids by a name, such as `person:dana` or `conference:ridgeline`. */
export class Story {
  /** The demo's conference ended ten minutes before this. */
  readonly now = new Date();

  constructor(private readonly db: Database) {}

  async remember(name: string, id: string): Promise<void> {
    await this.db.query(`insert into story_memory (name, id) values ($1, $2) on conflict (name) do update set id = excluded.id`, [name, id]);
  }

  /** Throws when no earlier chapter remembered the name. */
  async recall(name: string): Promise<string> {
    const row = await this.db.one<{ id: string }>(`select id from story_memory where name = $1`, [name]);
    if (!row) throw new Error(`No chapter of the demo has told of "${name}" yet.`);
    return row.id;
  }

  /** An instant relative to the start of the demo, such as `ago({ days: 3 })`. */
  ago(time: { days?: number; hours?: number; minutes?: number }): Date {
    return new Date(this.now.getTime() - (((time.days ?? 0) * 24 + (time.hours ?? 0)) * 60 + (time.minutes ?? 0)) * 60_000);
  }
}

/** Lays the foundations of every feature, each in a transaction of its own. */
export async function layFoundations(get: Get): Promise<void> {
  for (const foundation of get(Contributions).of(foundations)) await get(Database).transaction(() => foundation.lay(get));
}

/** Tells the demo's chapters that have not been told yet; answers their names. */
export async function tellStory(get: Get, report: (chapter: string) => void = () => undefined): Promise<string[]> {
  const db = get(Database);
  const story = new Story(db);
  const told: string[] = [];
  for (const chapter of get(Contributions).of(chapters)) {
    await db.transaction(async () => {
      const fresh = await db.one(`insert into story_chapter (name) values ($1) on conflict do nothing returning name`, [chapter.name]);
      if (!fresh) return;
      report(chapter.name);
      await chapter.tell(get, story);
      told.push(chapter.name);
    });
  }
  return told;
}

export class CreateStory1700000000300 implements MigrationInterface {
  name = 'CreateStory1700000000300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table story_memory (name text primary key, id uuid not null)`);
    await runner.query(`create table story_chapter (name text primary key, told_at timestamptz not null default now())`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table story_chapter, story_memory`);
  }
}

export const storyFeature: Feature = { name: 'platform/story', migrations: [CreateStory1700000000300] };
