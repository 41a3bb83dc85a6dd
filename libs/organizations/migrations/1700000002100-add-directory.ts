import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sources beside every figure, what makes the directory quick, grants, claims and invitations. */
export class AddDirectory1700000002100 implements MigrationInterface {
  name = 'AddDirectory1700000002100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table organization
        add column origin text not null default 'added' check (origin in ('named', 'nces', 'added')),
        add column official_name text check (length(official_name) between 1 and 200),
        add column place_source text,
        add column locale_source text,
        add column agency_source text,
        add column grade_source text,
        add column website_source text,
        add column phone_source text,
        add column note text,
        add column profile_at timestamptz`);
    await runner.query(`
      alter table organization
        add column agency_kind text generated always as (case
          when kind <> 'district' then null
          when agency_type = 'Independent charter district' or agency_type = 'Charter management organization' then 'charter'
          when agency_type is null or agency_type in ('Regular local school district', 'Local school district in a supervisory union') then 'regular'
          else 'other' end) stored,
        add column search_text text generated always as (
          lower(name || ' ' || coalesce(abbreviation, '') || ' ' || coalesce(city, '') || ' ' || coalesce(state, '') || ' ' || coalesce(official_name, ''))) stored`);
    // Those one can meet here stand first, then regular districts and charters, then service agencies and the like.
    await runner.query(`
      alter table organization add column directory_rank smallint generated always as (case
        when member_since is not null or presenting then 0
        when kind <> 'district' or agency_type is null
          or agency_type in ('Regular local school district', 'Local school district in a supervisory union', 'Independent charter district', 'Charter management organization') then 1
        else 2 end) stored`);
    await runner.query(`drop index organization_name_trgm`);
    await runner.query(`drop index organization_directory`);
    await runner.query(`create index organization_search on organization using gin (search_text gin_trgm_ops)`);
    await runner.query(`create index organization_directory on organization (kind, directory_rank, name, id)`);
    await runner.query(`create index organization_directory_state on organization (kind, state, directory_rank, name, id)`);
    await runner.query(`create index organization_members on organization (kind, name) where member_since is not null`);
    // The threshold lives in the function, because one set for the session would leak through the pool.
    await runner.query(`
      create function organizations_like(words text) returns table (id uuid, likeness real) language sql stable
      set pg_trgm.word_similarity_threshold = 0.4 as $$
        select o.id, word_similarity(words, o.search_text) + 0.3 * similarity(words, lower(o.name)) from organization o where words <% o.search_text
      $$`);
    await runner.query(`
      create table organization_grant (
        organization_id uuid not null constraint organization_grant_organization_fkey references organization (id) on delete cascade,
        program text not null check (program in ('race_to_the_top', 'teacher_incentive_fund', 'school_improvement_grants', 'investing_in_innovation', 'promise_neighborhoods', 'other')),
        other_name text check (length(other_name) between 1 and 200),
        constraint organization_grant_other check ((program = 'other') = (other_name is not null))
      )`);
    await runner.query(`create unique index organization_grant_once on organization_grant (organization_id, program, coalesce(other_name, ''))`);
    await runner.query(`
      create table seat_claim (
        id uuid primary key,
        organization_id uuid not null constraint seat_claim_organization_fkey references organization (id) on delete cascade,
        role text not null check (role in ('superintendent', 'board_president', 'labor_leader', 'representative')),
        account_id uuid not null constraint seat_claim_account_fkey references account (id) on delete cascade,
        title text check (length(title) <= 120),
        words text not null check (length(words) between 1 and 1000),
        state text not null default 'waiting' check (state in ('waiting', 'accepted', 'declined', 'withdrawn')),
        answer text check (length(answer) <= 1000),
        decided_by uuid constraint seat_claim_decider_fkey references account (id) on delete set null,
        created_at timestamptz not null default now(),
        decided_at timestamptz,
        constraint seat_claim_decided check ((state = 'waiting') = (decided_at is null))
      )`);
    await runner.query(`create unique index seat_claim_one_waiting on seat_claim (account_id, organization_id, role) where state = 'waiting'`);
    await runner.query(`create index seat_claim_waiting on seat_claim (organization_id) where state = 'waiting'`);
    await runner.query(`create index seat_claim_account on seat_claim (account_id)`);
    await runner.query(`
      create table seat_invitation (
        id uuid primary key,
        organization_id uuid not null constraint seat_invitation_organization_fkey references organization (id) on delete cascade,
        role text not null check (role in ('superintendent', 'board_president', 'labor_leader', 'representative', 'staff', 'observer')),
        title text check (length(title) <= 120),
        email text not null check (email = lower(email) and length(email) <= 254),
        invited_by uuid constraint seat_invitation_inviter_fkey references account (id) on delete set null,
        created_at timestamptz not null default now(),
        expires_at timestamptz not null,
        accepted_at timestamptz,
        withdrawn_at timestamptz
      )`);
    await runner.query(`create unique index seat_invitation_one_open on seat_invitation (organization_id, role, email) where accepted_at is null and withdrawn_at is null`);
    await runner.query(`create index seat_invitation_organization on seat_invitation (organization_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table seat_invitation, seat_claim, organization_grant`);
    await runner.query(`drop function organizations_like(text)`);
    await runner.query(`drop index organization_members, organization_directory_state, organization_directory, organization_search`);
    await runner.query(`alter table organization drop column directory_rank, drop column search_text, drop column agency_kind`);
    await runner.query(`
      alter table organization drop column origin, drop column official_name, drop column place_source, drop column locale_source, drop column agency_source,
        drop column grade_source, drop column website_source, drop column phone_source, drop column note, drop column profile_at`);
    await runner.query(`create index organization_name_trgm on organization using gin (lower(name) gin_trgm_ops)`);
    await runner.query(`create index organization_directory on organization (kind, state)`);
  }
}
