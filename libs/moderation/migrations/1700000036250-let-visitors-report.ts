import type { MigrationInterface, QueryRunner } from 'typeorm';

export class LetVisitorsReport1700000036250 implements MigrationInterface {
  name = 'LetVisitorsReport1700000036250';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table visitor_report (
        id uuid primary key,
        kind text not null check (length(kind) between 1 and 60),
        subject_id uuid not null,
        reason text not null check (reason in ('names_a_student', 'confidential', 'hostile', 'misleading', 'advertising', 'not_theirs', 'other')),
        words text check (length(words) between 1 and 2000),
        address text not null check (length(address) between 3 and 254),
        made_at timestamptz not null default now(),
        mailed_at timestamptz,
        confirmed_at timestamptz
      )`);
    await runner.query(`create unique index visitor_report_waits on visitor_report (address, kind, subject_id) where confirmed_at is null`);
    await runner.query(`create index visitor_report_made on visitor_report (made_at)`);
    await runner.query(`
      alter table report
        add column by_visitor boolean not null default false,
        add column visitor_address text,
        add constraint report_by_visitor_has_no_member check (not by_visitor or (reporter_id is null and reporter_organization_id is null)),
        add constraint report_address_is_a_visitors check (visitor_address is null or by_visitor)`);
    await runner.query(`create unique index report_open_once_by_visitor on report (kind, subject_id, visitor_address) where state = 'open' and by_visitor`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index report_open_once_by_visitor`);
    await runner.query(`alter table report drop column by_visitor, drop column visitor_address`);
    await runner.query(`drop table visitor_report`);
  }
}
