import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the index could not say of a resource until now, for those that stand in it. To read them all anew would make old things news. */
export class TellSearchOfResources1700000035110 implements MigrationInterface {
  name = 'TellSearchOfResources1700000035110';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      update search_entry e set licence = r.licence, superseded_by = r.superseded_by,
        endorsed = (select coalesce(array_agg(distinct x.side), '{}') from resource_endorsement x where x.resource_id = r.id and x.withdrawn_at is null)
          || case when exists (select from resource_endorsement x where x.resource_id = r.id and x.withdrawn_at is null group by x.organization_id having count(distinct x.side) = 2) then array['both_sides'] else '{}' end
      from resource r where e.kind = 'resource' and e.id = r.id`);
  }

  async down(): Promise<void> {}
}
