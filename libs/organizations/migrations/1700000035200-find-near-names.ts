import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The nearest names by an index, instead of a function that measured all that are somewhat alike. */
export class FindNearNames1700000035200 implements MigrationInterface {
  name = 'FindNearNames1700000035200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create index organization_near on organization using gist (search_text gist_trgm_ops (siglen = 64))`);
    await runner.query(`drop function organizations_like(text)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function organizations_like(words text) returns table (id uuid, likeness real) language sql stable
      set pg_trgm.word_similarity_threshold = 0.4 as $$
        select o.id, word_similarity(words, o.search_text) + 0.3 * similarity(words, lower(o.name)) from organization o where words <% o.search_text
      $$`);
    await runner.query(`drop index organization_near`);
  }
}
