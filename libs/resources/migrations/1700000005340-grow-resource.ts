import type { MigrationInterface, QueryRunner } from 'typeorm';

export class GrowResource1700000005340 implements MigrationInterface {
  name = 'GrowResource1700000005340';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table resource
        add licence text not null default 'members' constraint resource_licence_known check (licence in ('members', 'ask', 'cc0', 'cc_by', 'cc_by_sa', 'cc_by_nc', 'theirs')),
        add review_on date,
        add review_asked date,
        add superseded_by uuid constraint resource_superseded_fkey references resource (id) on delete set null,
        add version int not null default 1 constraint resource_version_counts check (version >= 1),
        add version_note text constraint resource_version_note_short check (length(version_note) <= 300),
        add versioned_at timestamptz not null default now(),
        add external_id text constraint resource_external_id_short check (length(external_id) between 1 and 80),
        add constraint resource_not_its_own_successor check (superseded_by <> id)`);
    await runner.query(`update resource set versioned_at = created_at, licence = case when form = 'link' then 'theirs' else 'members' end`);
    await runner.query(`create unique index resource_external on resource (organization_id, external_id) where external_id is not null`);
    await runner.query(`create index resource_superseded on resource (superseded_by) where superseded_by is not null`);
    await runner.query(`create index resource_review on resource (review_on) where review_on is not null`);
    await runner.query(`
      create table resource_version (
        resource_id uuid not null constraint resource_version_resource_fkey references resource (id) on delete cascade,
        number int not null check (number >= 1),
        body text,
        url text,
        file_id uuid constraint resource_version_file_key unique,
        note text check (length(note) <= 300),
        made_at timestamptz not null,
        replaced_at timestamptz not null default now(),
        constraint resource_version_pkey primary key (resource_id, number),
        constraint resource_version_has_its_thing check (num_nonnulls(body, url, file_id) = 1)
      )`);
    await runner.query(`
      create table resource_link (
        resource_id uuid not null constraint resource_link_pkey primary key constraint resource_link_resource_fkey references resource (id) on delete cascade,
        url text not null,
        title text,
        description text,
        asked_at timestamptz,
        answered_at timestamptz,
        due_at timestamptz default now(),
        failures int not null default 0,
        silent_since timestamptz,
        why text,
        told_since timestamptz
      )`);
    await runner.query(`create index resource_link_due on resource_link (due_at) where due_at is not null`);
    await runner.query(`insert into resource_link (resource_id, url) select id, url from resource where url is not null`);
    await runner.query(`
      create table resource_co_author (
        id uuid constraint resource_co_author_pkey primary key,
        resource_id uuid not null constraint resource_co_author_resource_fkey references resource (id) on delete cascade,
        organization_id uuid constraint resource_co_author_organization_fkey references organization (id) on delete cascade,
        account_id uuid constraint resource_co_author_account_fkey references account (id) on delete cascade,
        asked_by uuid constraint resource_co_author_asker_fkey references account (id) on delete set null,
        asked_at timestamptz not null default now(),
        agreed_at timestamptz,
        constraint resource_co_author_is_one check (num_nonnulls(organization_id, account_id) = 1),
        constraint resource_co_author_team unique (resource_id, organization_id),
        constraint resource_co_author_person unique (resource_id, account_id)
      )`);
    await runner.query(`create index resource_co_author_of_team on resource_co_author (organization_id) where organization_id is not null`);
    await runner.query(`create index resource_co_author_of_person on resource_co_author (account_id) where account_id is not null`);
    await runner.query(`create index resource_co_author_asker on resource_co_author (asked_by) where asked_by is not null`);
    await runner.query(`
      create table resource_use (
        id uuid constraint resource_use_pkey primary key,
        resource_id uuid not null constraint resource_use_resource_fkey references resource (id) on delete cascade,
        organization_id uuid not null constraint resource_use_organization_fkey references organization (id) on delete cascade,
        account_id uuid constraint resource_use_account_fkey references account (id) on delete set null,
        year smallint not null check (year between 1980 and 2100),
        context text not null check (length(context) between 1 and 600),
        result text not null check (length(result) between 1 and 600),
        hidden_at timestamptz,
        hidden_reason text,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        constraint resource_use_once unique (resource_id, organization_id)
      )`);
    await runner.query(`create index resource_use_organization on resource_use (organization_id)`);
    await runner.query(`create index resource_use_account on resource_use (account_id) where account_id is not null`);
    await runner.query(`
      create table resource_endorsement (
        id uuid constraint resource_endorsement_pkey primary key,
        resource_id uuid not null constraint resource_endorsement_resource_fkey references resource (id) on delete cascade,
        organization_id uuid not null constraint resource_endorsement_organization_fkey references organization (id) on delete cascade,
        role text not null check (role in ('superintendent', 'board_president', 'labor_leader')),
        side text not null generated always as (case role when 'labor_leader' then 'labor' else 'management' end) stored,
        account_id uuid constraint resource_endorsement_account_fkey references account (id) on delete set null,
        version int not null,
        at timestamptz not null default now(),
        withdrawn_at timestamptz,
        withdrawn_by uuid constraint resource_endorsement_withdrawer_fkey references account (id) on delete set null
      )`);
    await runner.query(`create unique index resource_endorsement_one_a_seat on resource_endorsement (resource_id, organization_id, role) where withdrawn_at is null`);
    await runner.query(`create index resource_endorsement_organization on resource_endorsement (organization_id)`);
    await runner.query(`create index resource_endorsement_account on resource_endorsement (account_id) where account_id is not null`);
    await runner.query(`create index resource_endorsement_withdrawer on resource_endorsement (withdrawn_by) where withdrawn_by is not null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table resource_endorsement, resource_use, resource_co_author, resource_link, resource_version`);
    await runner.query(`
      alter table resource drop constraint resource_not_its_own_successor, drop external_id, drop versioned_at, drop version_note, drop version, drop superseded_by, drop review_asked, drop review_on, drop licence`);
  }
}
