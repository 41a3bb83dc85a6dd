import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a picture shows, in words for those who cannot see it. It is said of the file, so that another file begins without. */
export class DescribePictures1700000036400 implements MigrationInterface {
  name = 'DescribePictures1700000036400';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table file add column description text constraint file_description_short check (length(description) between 1 and 300)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table file drop column description`);
  }
}
