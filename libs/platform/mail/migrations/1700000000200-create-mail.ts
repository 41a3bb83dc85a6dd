import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateMail1700000000200 implements MigrationInterface {
  name = 'CreateMail1700000000200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table mail_ledger (
        id uuid primary key,
        person_id uuid,
        address text not null,
        recipient_key text not null,
        kind text not null,
        edition text not null,
        category text not null check (category in ('transactional', 'notice', 'digest', 'message')),
        data jsonb not null default '{}',
        state text not null check (state in ('queued', 'sending', 'sent', 'uncertain', 'failed', 'suppressed', 'held')),
        error text,
        attempts integer not null default 0,
        tried_since timestamptz,
        lease_token uuid,
        lease_until timestamptz,
        handed_at timestamptz,
        message_id text not null,
        priority smallint not null,
        not_before timestamptz not null default now(),
        sent_at timestamptz,
        created_at timestamptz not null default now(),
        constraint mail_ledger_once unique (recipient_key, kind, edition),
        constraint mail_ledger_message_id unique (message_id)
      )`);
    await runner.query(`create index mail_ledger_due on mail_ledger (priority, not_before, id) where state = 'queued'`);
    await runner.query(`create index mail_ledger_leased on mail_ledger (lease_until) where state = 'sending'`);
    await runner.query(`create index mail_ledger_held on mail_ledger (created_at) where state = 'held'`);
    await runner.query(`create index mail_ledger_person on mail_ledger (person_id, created_at)`);
    await runner.query(`create index mail_ledger_address on mail_ledger (address, created_at)`);
    await runner.query(`create index mail_ledger_created on mail_ledger (created_at)`);
    await runner.query(`
      create table mail_suppression (
        id uuid primary key,
        address text not null,
        reason text not null check (reason in ('unsubscribed', 'bounced', 'complaint')),
        category text check (category in ('transactional', 'notice', 'digest', 'message')),
        at timestamptz not null default now(),
        constraint mail_suppression_once unique nulls not distinct (address, reason, category)
      )`);
    await runner.query(`
      create table mailbox_message (
        id uuid primary key,
        message_id text not null,
        "to" text not null,
        subject text not null,
        html text not null,
        text text not null,
        headers jsonb not null default '{}',
        at timestamptz not null default now(),
        constraint mailbox_message_message_id unique (message_id)
      )`);
    await runner.query(`create index mailbox_message_to on mailbox_message ("to", id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table mailbox_message`);
    await runner.query(`drop table mail_suppression`);
    await runner.query(`drop table mail_ledger`);
  }
}
