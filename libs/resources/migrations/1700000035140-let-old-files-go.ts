import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Of a former version whose file is no longer kept, what the file was. */
export class LetOldFilesGo1700000035140 implements MigrationInterface {
  name = 'LetOldFilesGo1700000035140';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table resource_version add file_was jsonb, drop constraint resource_version_has_its_thing,
        add constraint resource_version_has_its_thing check (num_nonnulls(body, url, file_id, file_was) = 1)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`delete from resource_version where file_was is not null`);
    await runner.query(`
      alter table resource_version drop constraint resource_version_has_its_thing, drop file_was,
        add constraint resource_version_has_its_thing check (num_nonnulls(body, url, file_id) = 1)`);
  }
}
