import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateOrganizations1700000002000 implements MigrationInterface {
  name = 'CreateOrganizations1700000002000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create extension if not exists pg_trgm`);
    await runner.query(`create extension if not exists unaccent`);
    await runner.query(`
      create table organization (
        id uuid primary key,
        kind text not null check (kind in ('district', 'state_team', 'co_sponsor', 'foundation', 'other')),
        slug text not null constraint organization_slug_key unique,
        name text not null check (length(name) between 1 and 200),
        abbreviation text,
        state text check (length(state) = 2),
        city text, zip text, county text,
        locale text check (locale in ('city', 'suburb', 'town', 'rural')),
        agency_type text,
        enrollment integer check (enrollment >= 0),
        enrollment_source text,
        schools integer check (schools >= 0),
        schools_source text,
        grade_low text, grade_high text,
        latitude double precision, longitude double precision,
        website text, phone text,
        affiliation text check (affiliation in ('nea', 'aft', 'both', 'other', 'none')),
        affiliation_other text,
        labor_word text check (labor_word in ('union', 'association')),
        labor_name text,
        summary text,
        presenting boolean not null default false,
        mentor_capacity integer not null default 2 check (mentor_capacity between 0 and 50),
        invented boolean not null default false,
        member_since timestamptz,
        created_at timestamptz not null default now()
      )`);
    await runner.query(`create index organization_name_trgm on organization using gin (lower(name) gin_trgm_ops)`);
    await runner.query(`create index organization_directory on organization (kind, state)`);
    await runner.query(`create index organization_presenting on organization (id) where presenting`);
    await runner.query(`
      create table organization_nces_id (
        nces_id text primary key check (nces_id ~ '^[0-9]{7}$'),
        organization_id uuid not null constraint organization_nces_id_organization_fkey references organization (id) on delete cascade
      )`);
    await runner.query(`create index organization_nces_id_organization on organization_nces_id (organization_id)`);
    await runner.query(`
      create table seat (
        id uuid primary key,
        organization_id uuid not null constraint seat_organization_fkey references organization (id) on delete cascade,
        role text not null check (role in ('superintendent', 'board_president', 'labor_leader', 'representative', 'staff', 'observer')),
        title text,
        account_id uuid constraint seat_account_fkey references account (id) on delete set null,
        since timestamptz not null default now()
      )`);
    await runner.query(`create unique index seat_one_holder on seat (organization_id, role) where role in ('superintendent', 'board_president', 'labor_leader')`);
    await runner.query(`create unique index seat_once on seat (organization_id, role, account_id) where account_id is not null`);
    await runner.query(`create index seat_account on seat (account_id) where account_id is not null`);
    await runner.query(`create index seat_organization on seat (organization_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table seat, organization_nces_id, organization`);
  }
}
