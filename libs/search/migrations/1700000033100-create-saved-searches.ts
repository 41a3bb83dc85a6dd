import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Searches that people keep, and what each has been told of, so that nothing is told twice. */
export class CreateSavedSearches1700000033100 implements MigrationInterface {
  name = 'CreateSavedSearches1700000033100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table saved_search (
        id uuid not null,
        account_id uuid not null,
        name text not null,
        filter jsonb not null,
        often text not null,
        created_at timestamptz not null default clock_timestamp(),
        looked_at timestamptz not null default clock_timestamp(),
        constraint saved_search_pkey primary key (id),
        constraint saved_search_account_fkey foreign key (account_id) references account (id) on delete cascade,
        constraint saved_search_often_check check (often in ('weekly', 'at_once', 'never'))
      )`);
    await runner.query(`create unique index saved_search_once on saved_search (account_id, md5(filter::text))`);
    await runner.query(`create index saved_search_due on saved_search (often, looked_at) where often <> 'never'`);
    // No key to search_entry: what is taken out of the index and comes back has been told all the same.
    await runner.query(`
      create table saved_search_told (
        saved_search_id uuid not null,
        kind text not null,
        id uuid not null,
        batch uuid not null,
        at timestamptz not null default clock_timestamp(),
        constraint saved_search_told_pkey primary key (saved_search_id, kind, id),
        constraint saved_search_told_search_fkey foreign key (saved_search_id) references saved_search (id) on delete cascade
      )`);
    await runner.query(`create index saved_search_told_batch on saved_search_told (batch)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table saved_search_told, saved_search`);
  }
}
