import type { MigrationInterface, QueryRunner } from 'typeorm';

const ROWS = (unit: string, label: string): string => `select new.id, t.place, ${label}, t.threshold ->> 'comparison', (t.threshold ->> 'value')::numeric, ${unit}
        from jsonb_array_elements(new.thresholds) with ordinality as t(threshold, place)`;
const KEPT = (rows: string): string => `
      create or replace function practice_thresholds() returns trigger language plpgsql as $$
      begin
        delete from practice_threshold where practice_id = new.id;
        insert into practice_threshold (practice_id, place, label, comparison, value, unit)
        ${rows};
        return null;
      end $$`;

/** Figures are asked for by one name of their unit, whatever stands in the record: what was signed keeps the words that it was signed with. */
export class NameUnits1700000036001 implements MigrationInterface {
  name = 'NameUnits1700000036001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function practice_unit(unit text) returns text language sql immutable as $$
        select case when btrim(unit) ~* '^(per\\s?cent|pct\\.?)$' then '%' else btrim(unit) end
      $$`);
    await runner.query(KEPT(ROWS(`practice_unit(t.threshold ->> 'unit')`, `btrim(t.threshold ->> 'label')`)));
    await runner.query(`update practice_threshold set label = btrim(label), unit = practice_unit(unit) where label <> btrim(label) or unit <> practice_unit(unit)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(KEPT(ROWS(`t.threshold ->> 'unit'`, `t.threshold ->> 'label'`)));
    await runner.query(`drop function practice_unit`);
  }
}
