import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What those who came noted of what a team showed at a conference: one note a person and team, read by those who came. */
export class CreateConferenceNotes1700000035120 implements MigrationInterface {
  name = 'CreateConferenceNotes1700000035120';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table conference_note (
        id uuid constraint conference_note_pkey primary key,
        conference_id uuid not null constraint conference_note_conference_fkey references conference (id) on delete cascade,
        shown_by uuid not null constraint conference_note_shown_by_fkey references organization (id) on delete cascade,
        author_id uuid constraint conference_note_author_fkey references account (id) on delete set null,
        organization_id uuid not null constraint conference_note_organization_fkey references organization (id) on delete cascade,
        audience text not null,
        body text not null check (length(body) between 1 and 2000),
        revision integer not null default 1,
        at timestamptz not null default clock_timestamp(),
        changed_at timestamptz not null default clock_timestamp(),
        hidden_at timestamptz,
        hidden_reason text,
        constraint conference_note_of_those_who_came check (audience = 'conference:' || conference_id::text),
        constraint conference_note_once unique (conference_id, shown_by, author_id)
      )`);
    await runner.query(`create index conference_note_author on conference_note (author_id) where author_id is not null`);
    await runner.query(`create index conference_note_shown_by on conference_note (shown_by)`);
    await runner.query(`create index conference_note_organization on conference_note (organization_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table conference_note`);
  }
}
