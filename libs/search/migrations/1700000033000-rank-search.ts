import type { MigrationInterface, QueryRunner } from 'typeorm';

// Stands between the parts, so that no phrase begins in one and ends in the next.
const GAP = `'"·":1'::tsvector`;
const TITLE = `setweight(to_tsvector('english', title), 'A') || ${GAP} || setweight(to_tsvector('simple', title), 'A')`;
const ENTRY = `${TITLE} || ${GAP} || setweight(to_tsvector('english', body), 'B') || ${GAP} || setweight(to_tsvector('simple', coalesce(organization_name, '')), 'C')`;

/** The text inside files, the words of titles by themselves for ranking, and what suggestions look up. */
export class RankSearch1700000033000 implements MigrationInterface {
  name = 'RankSearch1700000033000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table search_entry drop column tsv`);
    // The words of the parts stand here once more, because a generated column reads its own row alone.
    await runner.query(`alter table search_entry add column parts tsvector not null default ''`);
    await runner.query(`alter table search_entry add column entered_at timestamptz not null default clock_timestamp()`);
    await runner.query(`alter table search_entry add column title_tsv tsvector not null generated always as (${TITLE}) stored`);
    await runner.query(`alter table search_entry add column tsv tsvector not null generated always as (${ENTRY} || ${GAP} || parts) stored`);
    await runner.query(`create index search_entry_tsv on search_entry using gin (tsv)`);
    await runner.query(`create index search_entry_entered on search_entry (entered_at)`);
    await runner.query(`create index search_entry_title on search_entry (lower(title) text_pattern_ops)`);
    await runner.query(`
      create table search_part (
        kind text not null,
        id uuid not null,
        number integer not null,
        label text not null,
        text text not null,
        tsv tsvector not null generated always as (to_tsvector('english', text)) stored,
        constraint search_part_pkey primary key (kind, id, number),
        constraint search_part_entry_fkey foreign key (kind, id) references search_entry (kind, id) on delete cascade
      )`);
    await runner.query(`alter table search_word add column weight real not null default 1, add column length smallint not null default 0`);
    await runner.query(`update search_word w set weight = e.weight, length = length(e.title) from search_entry e where e.kind = w.kind and e.id = w.id`);
    await runner.query(`create index search_word_beginning on search_word (word text_pattern_ops) include (audience, weight, length, kind, id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index search_word_beginning`);
    await runner.query(`alter table search_word drop column weight, drop column length`);
    await runner.query(`drop table search_part`);
    await runner.query(`drop index search_entry_entered, search_entry_title`);
    await runner.query(`alter table search_entry drop column tsv, drop column title_tsv, drop column parts, drop column entered_at`);
    await runner.query(`alter table search_entry add column tsv tsvector not null generated always as (${ENTRY}) stored`);
    await runner.query(`create index search_entry_tsv on search_entry using gin (tsv)`);
  }
}
