import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the last import brought, column by column as a mark: what has been changed in the library since is told from what the file changes. */
export class RememberImports1700000036050 implements MigrationInterface {
  name = 'RememberImports1700000036050';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table resource add imported jsonb`);
    // What nobody has touched since it came stands as it was brought; of the rest it is not known.
    const mark = (value: string): string => `left(encode(sha256(convert_to(coalesce(${value}, ''), 'UTF8')), 'hex'), 16)`;
    await runner.query(`
      update resource set imported = jsonb_build_object(
        'title', ${mark('title')}, 'summary', ${mark('summary')}, 'address', ${mark('url')}, 'text', ${mark('body')},
        'principles', ${mark(`array_to_string(principles, ',')`)}, 'topics', ${mark(`array_to_string(topics, ',')`)},
        'licence', ${mark('licence')}, 'readers', ${mark('audience')}, 'review on', ${mark('review_on::text')})
      where external_id is not null and updated_at = created_at`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table resource drop imported`);
  }
}
