import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateConferences1700000007100 implements MigrationInterface {
  name = 'CreateConferences1700000007100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table conference (
        id uuid primary key,
        slug text not null constraint conference_slug_key unique,
        title text not null,
        city text not null,
        state text check (length(state) = 2),
        zone text not null,
        starts_at timestamptz,
        ends_at timestamptz,
        first_day date,
        last_day date,
        closed_at timestamptz,
        summary text,
        theme text,
        facts jsonb not null default '[]',
        audience text not null default 'public',
        history boolean not null default false,
        invented boolean not null default false,
        created_at timestamptz not null default now(),
        constraint conference_in_order check (ends_at > starts_at),
        constraint conference_days_in_order check (last_day >= first_day),
        constraint conference_has_times check (history or (starts_at is not null and ends_at is not null)),
        constraint conference_history_is_over check (not history or closed_at is null)
      )`);
    await runner.query(`create index conference_open on conference (ends_at) where closed_at is null and not history`);
    await runner.query(`
      create table conference_sponsor (
        conference_id uuid not null constraint conference_sponsor_conference_fkey references conference (id) on delete cascade,
        organization_id uuid not null constraint conference_sponsor_organization_fkey references organization (id) on delete cascade,
        part text not null check (part in ('lead', 'co_sponsor', 'supporter')),
        inferred boolean not null default false,
        primary key (conference_id, organization_id)
      )`);
    await runner.query(`create unique index conference_one_lead on conference_sponsor (conference_id) where part = 'lead'`);
    await runner.query(`create index conference_sponsor_organization on conference_sponsor (organization_id)`);
    await runner.query(`
      create table conference_team (
        conference_id uuid not null constraint conference_team_conference_fkey references conference (id) on delete cascade,
        organization_id uuid not null constraint conference_team_organization_fkey references organization (id) on delete cascade,
        status text not null check (status in ('invited', 'attending', 'declined')),
        presenting boolean not null default false,
        changed_at timestamptz not null default now(),
        primary key (conference_id, organization_id),
        constraint conference_team_presents_there check (not presenting or status <> 'declined')
      )`);
    await runner.query(`create index conference_team_organization on conference_team (organization_id)`);
    await runner.query(`
      create table conference_attendee (
        conference_id uuid not null constraint conference_attendee_conference_fkey references conference (id) on delete cascade,
        account_id uuid not null constraint conference_attendee_account_fkey references account (id) on delete cascade,
        organization_id uuid not null constraint conference_attendee_organization_fkey references organization (id) on delete cascade,
        primary key (conference_id, account_id, organization_id)
      )`);
    await runner.query(`create index conference_attendee_account on conference_attendee (account_id)`);
    await runner.query(`create index conference_attendee_organization on conference_attendee (organization_id)`);
    await runner.query(`
      create table conference_material (
        id uuid primary key,
        conference_id uuid not null constraint conference_material_conference_fkey references conference (id) on delete cascade,
        title text not null,
        link text not null,
        note text,
        audience text not null,
        organization_id uuid,
        author_id uuid,
        at timestamptz not null default now(),
        constraint conference_material_once unique (conference_id, link)
      )`);
    await runner.query(`create index conference_material_new on conference_material (conference_id, at)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table conference_material, conference_attendee, conference_team, conference_sponsor, conference`);
  }
}
