import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateFramework1700000003100 implements MigrationInterface {
  name = 'CreateFramework1700000003100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table principle (
        number smallint primary key check (number > 0),
        slug text not null constraint principle_slug_key unique,
        name text not null,
        short_name text not null,
        summary text not null
      )`);
    await runner.query(`
      create table tenet (
        number smallint primary key check (number > 0),
        slug text not null constraint tenet_slug_key unique,
        name text not null,
        summary text not null
      )`);
    await runner.query(`
      create table topic (
        slug text primary key,
        position smallint not null check (position > 0),
        name text not null,
        summary text not null
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table topic, tenet, principle`);
  }
}
