import type { MigrationInterface, QueryRunner } from 'typeorm';

/** At which level a sponsor works, and who its affiliates are: named one by one, or by a rule over what districts declare. */
export class CreateAffiliates1700000002310 implements MigrationInterface {
  name = 'CreateAffiliates1700000002310';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table organization
        add column level text check (level in ('national', 'state', 'regional')),
        add constraint organization_level_kind check (level is null or kind <> 'district')`);
    await runner.query(`create unique index organization_one_state_team on organization (state) where kind = 'state_team' and not invented`);
    await runner.query(`update organization set level = 'national' where kind = 'co_sponsor' and origin = 'named'`);
    await runner.query(`
      create table sponsor_affiliate (
        sponsor_id uuid not null constraint sponsor_affiliate_sponsor_fkey references organization (id) on delete cascade,
        organization_id uuid not null constraint sponsor_affiliate_organization_fkey references organization (id) on delete cascade,
        named_by uuid constraint sponsor_affiliate_account_fkey references account (id) on delete set null,
        since timestamptz not null default now(),
        primary key (sponsor_id, organization_id),
        constraint sponsor_affiliate_other check (sponsor_id <> organization_id)
      )`);
    await runner.query(`create index sponsor_affiliate_organization on sponsor_affiliate (organization_id)`);
    await runner.query(`
      create table sponsor_rule (
        sponsor_id uuid primary key constraint sponsor_rule_sponsor_fkey references organization (id) on delete cascade,
        affiliation text check (affiliation in ('nea', 'aft')),
        state text check (length(state) = 2),
        set_by uuid constraint sponsor_rule_account_fkey references account (id) on delete set null,
        since timestamptz not null default now(),
        constraint sponsor_rule_says check (affiliation is not null or state is not null)
      )`);
    // A rule is read where it is used, so whoever declares something else tomorrow is an affiliate no longer tomorrow.
    await runner.query(`
      create view affiliate as
        select a.sponsor_id, a.organization_id, 'named' as source, a.since from sponsor_affiliate a
        union all
        select r.sponsor_id, o.id, 'rule', r.since from sponsor_rule r
          join organization o on o.kind = 'district' and (r.state is null or o.state = r.state) and (r.affiliation is null or o.affiliation in (r.affiliation, 'both'))
          where not exists (select 1 from sponsor_affiliate a where a.sponsor_id = r.sponsor_id and a.organization_id = o.id)`);
    await runner.query(`create index organization_affiliation on organization (affiliation, state) where affiliation is not null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop view affiliate`);
    await runner.query(`drop index organization_affiliation`);
    await runner.query(`drop table sponsor_rule, sponsor_affiliate`);
    await runner.query(`alter table organization drop constraint organization_level_kind, drop column level`);
    await runner.query(`drop index organization_one_state_team`);
  }
}
