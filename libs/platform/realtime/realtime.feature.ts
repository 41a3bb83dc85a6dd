import type { MigrationInterface, QueryRunner } from 'typeorm';
import type { Feature } from '@app/platform/feature';

/** Where socket.io's PostgreSQL adapter puts messages too large for NOTIFY. */
export class CreateSocketAttachment1700000000200 implements MigrationInterface {
  name = 'CreateSocketAttachment1700000000200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table socket_io_attachments (id bigserial unique, created_at timestamptz default now(), payload bytea)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table socket_io_attachments`);
  }
}

export const realtimeFeature: Feature = { name: 'platform/realtime', migrations: [CreateSocketAttachment1700000000200] };
