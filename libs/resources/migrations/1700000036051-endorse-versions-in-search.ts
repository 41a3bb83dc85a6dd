import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Search knows who endorses the version that is there now, and no more who endorsed a former one. */
export class EndorseVersionsInSearch1700000036051 implements MigrationInterface {
  name = 'EndorseVersionsInSearch1700000036051';

  async up(runner: QueryRunner): Promise<void> {
    const standing = `resource_endorsement x where x.resource_id = r.id and x.withdrawn_at is null and x.version = r.version`;
    const both = `exists (select from ${standing} group by x.organization_id having count(distinct x.side) = 2)`;
    await runner.query(`
      update search_entry e set
        endorsed = (select coalesce(array_agg(distinct x.side), '{}') from ${standing}) || case when ${both} then array['both_sides'] else '{}' end,
        body = case when ${both} then e.body else regexp_replace(e.body, ' endorsed by both sides$', '') end
      from resource r where e.kind = 'resource' and e.id = r.id
        and exists (select from resource_endorsement x where x.resource_id = r.id and x.withdrawn_at is null and x.version < r.version)`);
  }

  async down(): Promise<void> {}
}
