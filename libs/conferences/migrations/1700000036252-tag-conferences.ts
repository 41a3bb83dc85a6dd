import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a conference is about in the words of the framework; what a material is, and who showed it. */
export class TagConferences1700000036252 implements MigrationInterface {
  name = 'TagConferences1700000036252';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table conference add column principles smallint[] not null default '{}', add column topics text[] not null default '{}'`);
    await runner.query(`create index conference_principles on conference using gin (principles)`);
    await runner.query(`create index conference_topics on conference using gin (topics)`);
    await runner.query(`
      alter table conference_material
        add column resource_id uuid constraint conference_material_resource_fkey references resource (id) on delete cascade,
        add column team_id uuid constraint conference_material_team_fkey references organization (id) on delete set null`);
    await runner.query(`create index conference_material_resource on conference_material (resource_id) where resource_id is not null`);
    await runner.query(`create index conference_material_team on conference_material (team_id) where team_id is not null`);
    // What is found already leads to its own place on the page from now on.
    await runner.query(`update search_entry set path = path || '#material-' || id where kind = 'conference-material'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`update search_entry set path = split_part(path, '#', 1) where kind = 'conference-material'`);
    await runner.query(`alter table conference_material drop column team_id, drop column resource_id`);
    await runner.query(`alter table conference drop column topics, drop column principles`);
  }
}
