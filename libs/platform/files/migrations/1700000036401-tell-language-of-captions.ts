import type { MigrationInterface, QueryRunner } from 'typeorm';

/** In which language captions are, as a BCP 47 tag. Until now all of them were handed out as English. */
export class TellLanguageOfCaptions1700000036401 implements MigrationInterface {
  name = 'TellLanguageOfCaptions1700000036401';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table file add column language text constraint file_language_is_a_tag check (language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$')`);
    await runner.query(`update file set language = 'en' where captions_of is not null`);
    await runner.query(`alter table file add constraint file_captions_have_a_language check (captions_of is null or language is not null)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table file drop constraint file_captions_have_a_language, drop column language`);
  }
}
