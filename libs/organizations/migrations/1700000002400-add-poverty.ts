import type { MigrationInterface, QueryRunner } from 'typeorm';

const FIRST = `'PK', 'KG', '01', '02', '03', '04', '05'`;
const LATER = `'06', '07', '08', '09', '10', '11', '12'`;

/** A figure for poverty with its source, and the kind of grades a district serves, for comparing districts. */
export class AddPoverty1700000002400 implements MigrationInterface {
  name = 'AddPoverty1700000002400';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table organization
        add column poverty_percent double precision check (poverty_percent between 0 and 100),
        add column poverty_source text,
        add constraint organization_poverty_said check (poverty_percent is null or poverty_source is not null)`);
    await runner.query(`
      alter table organization add column grade_span text generated always as (case
        when grade_low in (${FIRST}) and grade_high in (${FIRST}, '06', '07', '08') then 'elementary'
        when grade_low in (${LATER}) and grade_high in ('09', '10', '11', '12', '13') then 'secondary'
        when grade_low in (${FIRST}) and grade_high in ('09', '10', '11', '12', '13') then 'all'
        else null end) stored`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table organization drop column grade_span, drop column poverty_source, drop column poverty_percent`);
  }
}
