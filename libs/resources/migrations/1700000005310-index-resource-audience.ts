import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Digests take the newest of each audience; without it every audience costs a look at the whole library. */
export class IndexResourceAudience1700000005310 implements MigrationInterface {
  name = 'IndexResourceAudience1700000005310';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create index resource_audience_newest on resource (audience, created_at desc, id desc) where hidden_at is null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index resource_audience_newest`);
  }
}
