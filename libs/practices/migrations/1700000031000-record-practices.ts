import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What makes a practice a dated record: more of its facts, who has affirmed and approved it, and what became of it. */
export class RecordPractices1700000031000 implements MigrationInterface {
  name = 'RecordPractices1700000031000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table practice
        add column expanded_year smallint check (expanded_year between 1900 and 2100),
        add column end_year smallint check (end_year between 1900 and 2100),
        add column cost text check (length(cost) between 1 and 600),
        add column time_needed text check (length(time_needed) between 1 and 600),
        add column what_failed text check (length(what_failed) between 1 and 1500),
        add column pathway text check (pathway in ('long_standing', 'crisis', 'new_leadership')),
        add column outcomes jsonb not null default '[]' check (jsonb_typeof(outcomes) = 'array'),
        add column fact_lines jsonb,
        add column stage text not null default 'told' check (stage in ('told', 'affirmed', 'in_force', 'lapsed')),
        add column affirmed_at timestamptz,
        add column affirmed_act_id uuid,
        add column asked_at timestamptz,
        add column lapsed_at timestamptz,
        add column lapse_cause text check (lapse_cause in ('ended', 'signature', 'unconfirmed')),
        add column lapse_reason text check (length(lapse_reason) between 1 and 600),
        add constraint practice_years check (end_year >= start_year),
        add constraint practice_stage check (
          (stage in ('affirmed', 'in_force')) <= (status = 'shared' and affirmed_at is not null) and
          (stage = 'lapsed') = (lapsed_at is not null) and (stage = 'lapsed') = (lapse_reason is not null)
        )`);
    // Each figure again as a row, bounded below and above, so that "at least 80 %" is a range of an index. The triggers keep the rows: whatever writes a practice need not know of them.
    await runner.query(`
      create table practice_threshold (
        practice_id uuid not null constraint practice_threshold_practice_fkey references practice (id) on delete cascade,
        place smallint not null,
        label text not null check (length(label) between 1 and 80),
        comparison text not null check (comparison in ('=', '>=', '>', '<=', '<')),
        value numeric not null,
        unit text not null check (length(unit) <= 30),
        low numeric generated always as (case when comparison in ('=', '>=', '>') then value end) stored,
        high numeric generated always as (case when comparison in ('=', '<=', '<') then value end) stored,
        primary key (practice_id, place)
      )`);
    await runner.query(`create index practice_threshold_low on practice_threshold (lower(label), low)`);
    await runner.query(`create index practice_threshold_high on practice_threshold (lower(label), high)`);
    await runner.query(`
      create function practice_thresholds() returns trigger language plpgsql as $$
      begin
        delete from practice_threshold where practice_id = new.id;
        insert into practice_threshold (practice_id, place, label, comparison, value, unit)
        select new.id, t.place, t.threshold ->> 'label', t.threshold ->> 'comparison', (t.threshold ->> 'value')::numeric, t.threshold ->> 'unit'
        from jsonb_array_elements(new.thresholds) with ordinality as t(threshold, place);
        return null;
      end $$`);
    await runner.query(`create trigger practice_thresholds_written after insert on practice for each row when (new.thresholds <> '[]') execute function practice_thresholds()`);
    await runner.query(`create trigger practice_thresholds_changed after update of thresholds on practice for each row when (new.thresholds is distinct from old.thresholds) execute function practice_thresholds()`);
    await runner.query(`
      insert into practice_threshold (practice_id, place, label, comparison, value, unit)
      select p.id, t.place, t.threshold ->> 'label', t.threshold ->> 'comparison', (t.threshold ->> 'value')::numeric, t.threshold ->> 'unit'
      from practice p cross join lateral jsonb_array_elements(p.thresholds) with ordinality as t(threshold, place)`);
    await runner.query(`create index practice_stage_affirmed on practice (stage, affirmed_at) where status = 'shared'`);
    await runner.query(`
      create table practice_approval (
        practice_id uuid not null constraint practice_approval_practice_fkey references practice (id) on delete cascade,
        organization_id uuid not null constraint practice_approval_organization_fkey references organization (id) on delete cascade,
        account_id uuid constraint practice_approval_account_fkey references account (id) on delete set null,
        at timestamptz not null default now(),
        primary key (practice_id, organization_id)
      )`);
    await runner.query(`
      create table practice_moment (
        id uuid primary key,
        practice_id uuid not null constraint practice_moment_practice_fkey references practice (id) on delete cascade,
        what text not null check (what in ('affirmed', 'reaffirmed', 'approved', 'approval_withdrawn', 'changed', 'lapsed')),
        at timestamptz not null default now(),
        organization_id uuid constraint practice_moment_organization_fkey references organization (id) on delete set null,
        act_id uuid,
        reason text check (length(reason) between 1 and 600)
      )`);
    await runner.query(`create index practice_moment_of on practice_moment (practice_id, at)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table practice_moment, practice_approval, practice_threshold`);
    await runner.query(`drop function practice_thresholds cascade`);
    await runner.query(`
      alter table practice drop column expanded_year, drop column end_year, drop column cost, drop column time_needed, drop column what_failed, drop column pathway, drop column outcomes, drop column fact_lines,
        drop column stage, drop column affirmed_at, drop column affirmed_act_id, drop column asked_at, drop column lapsed_at, drop column lapse_cause, drop column lapse_reason`);
  }
}
