import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateDigests1700000007200 implements MigrationInterface {
  name = 'CreateDigests1700000007200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table digest_edition (
        id uuid primary key,
        conference_id uuid,
        title text not null,
        path text not null,
        since timestamptz not null,
        next jsonb,
        at timestamptz not null default now()
      )`);
    await runner.query(`create index digest_edition_conference on digest_edition (conference_id, at)`);
    await runner.query(`
      create table digest_body (
        id uuid primary key,
        edition_id uuid not null constraint digest_body_edition_fkey references digest_edition (id) on delete cascade,
        organization_id uuid not null constraint digest_body_organization_fkey references organization (id) on delete cascade,
        audience text not null,
        sections jsonb not null,
        at timestamptz not null default now(),
        constraint digest_body_once unique (edition_id, organization_id),
        constraint digest_body_is_its_districts check (audience = 'team:' || organization_id)
      )`);
    await runner.query(`create index digest_body_audience on digest_body (audience, at, id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table digest_body, digest_edition`);
  }
}
