import { IsIn, IsOptional } from 'class-validator';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { FileGate, FileReading } from '@app/platform/files';
import { Id, MutationInput, resultOf } from '@app/platform/graphql';
import { LANGUAGES } from './contract/languages.js';

export enum FileGateName {
  open = 'open',
  checking = 'checking',
  infected = 'infected',
  held = 'held',
}
registerEnumType(FileGateName, {
  name: 'FileGate',
  description: 'What stands between a file and those who may read what it belongs to.',
  valuesMap: {
    open: { description: 'Nothing: it can be fetched.' },
    checking: { description: 'It waits for the virus check; nobody can fetch it before.' },
    infected: { description: 'The virus check found something harmful; nobody can ever fetch it.' },
    held: { description: 'It is being read, or something in it looks like data of pupils: only those who may speak for it can fetch it meanwhile.' },
  },
});

export enum FileReadingName {
  waiting = 'waiting',
  read = 'read',
  no_text = 'no_text',
  unreadable = 'unreadable',
  not_read = 'not_read',
}
registerEnumType(FileReadingName, {
  name: 'FileReading',
  description: 'Whether the words inside a file have been read, so that they can be searched.',
  valuesMap: {
    waiting: { description: 'It is being read.' },
    read: { description: 'Its words are known, by page, slide, sheet or heading.' },
    no_text: { description: 'There are no words in it, as in a scanned page.' },
    unreadable: { description: 'It could not be read: damaged, locked, or too much for its reader.' },
    not_read: { description: 'It is of a kind that has no words: a picture, a film.' },
  },
});

@ObjectType({ description: 'What the first page of a file looks like.' })
export class FilePreview {
  @Field(() => String, { description: 'Where the picture is, as a path of this web address; WebP.' })
  path: string;

  @Field(() => Int, { description: 'How many points it has from left to right.' })
  width: number;

  @Field(() => Int, { description: 'How many points it has from top to bottom.' })
  height: number;
}

@ObjectType({ description: 'Something in a file that looks like data of pupils; what it is, is not repeated.' })
export class FileFinding {
  @Field(() => String, { description: '`ssn`, `birth-date`, `pupil-number`, `support-plan` or `roster`.' })
  code: string;

  @Field(() => Int, { description: 'How often it was seen; of a table, how many rows.' })
  count: number;

  @Field(() => [String], { description: 'Where: "Page 3", the name of a sheet; at most five.' })
  where: string[];
}

@ObjectType({ isAbstract: true })
abstract class AnyFile {
  @Field(() => ID, { description: 'Stays the same until the file is replaced.' })
  id: string;

  @Field(() => String, { description: 'The name it is saved under.' })
  name: string;

  @Field(() => String, { description: 'What kind of file it is, by its ending: `pdf`, `docx`, `csv` …' })
  ending: string;

  @Field(() => Int, { description: 'How large it is, in bytes.' })
  size: number;

  @Field(() => FileGateName, { description: 'Whether it can be fetched.' })
  gate: FileGate;

  @Field(() => FileReadingName, { description: 'Whether its words have been read.' })
  reading: FileReading;

  @Field(() => Boolean, { description: 'It is so long that only its beginning has been read and can be searched.' })
  cut: boolean;

  @Field(() => [String], { description: 'What would make it easier to use for everybody, as codes such as `no-title` or, with its figures, `partly-scanned:38:40`; empty for those who cannot change it.' })
  advice: string[];

  @Field(() => [FileFinding], { description: 'What looks like data of pupils and has not been cleared; empty for those who cannot change it.' })
  findings: { code: string; count: number; where: string[] }[];
}

@ObjectType({ description: 'The file of a resource: what it is before you fetch it.' })
export class ResourceFile extends AnyFile {
  @Field(() => String, { description: 'Where it is fetched, as a path of this web address; only for those who may read the resource.' })
  path: string;

  @Field(() => Int, { description: 'How many pages, slides, sheets or sections of it have words; 0 until it has been read.' })
  parts: number;

  @Field(() => String, { nullable: true, description: 'What a picture shows, in words for those who cannot see it; null where nobody has said so, and for every other kind.' })
  description: string | null;

  @Field(() => FilePreview, { nullable: true, description: 'What its first page looks like; null for kinds that have none, and while it cannot be fetched.' })
  preview: { path: string; width: number; height: number } | null;

  @Field(() => String, { nullable: true, description: 'Where the captions of a film are fetched; null where it has none.' })
  captions: string | null;

  @Field(() => String, { nullable: true, description: 'In which language the captions of a film are, as a BCP 47 tag such as `es`; null where it has none.' })
  captionsLanguage: string | null;

  @Field(() => Boolean, { description: 'Whether a film has been given captions, also while they are still being looked at.' })
  hasCaptions: boolean;

  @Field(() => Boolean, { description: 'You may speak for it: you get it while others wait, and can say that what was found is no data of pupils.' })
  judges: boolean;
}

@ObjectType({ description: 'A file that you have sent, and what has been found out about it so far.' })
export class SentFile extends AnyFile {}

@InputType({ description: 'Your word that what was found in a file is no data of pupils.' })
export class ClearFileInput extends MutationInput {
  @Id('The file')
  @Field(() => ID, { description: 'A file that you have sent, or that belongs to something you may change. You have looked at what was found; others can fetch it from now on.' })
  fileId: string;
}

@InputType({ description: 'Gives a film its captions; those it had before are taken away.' })
export class CaptionFilmInput extends MutationInput {
  @Id('The resource')
  @Field(() => ID, { description: 'The resource whose film it is.' })
  resourceId: string;

  @Id('The captions')
  @Field(() => ID, { description: 'A file in the form of WebVTT, ending with .vtt, that you have sent.' })
  captionsFileId: string;

  @IsOptional() @IsIn(Object.keys(LANGUAGES), { message: 'Choose the language of the captions from the list.' })
  @Field(() => String, { nullable: true, description: `In which language they are: ${Object.entries(LANGUAGES).map(([tag, name]) => `\`${tag}\` (${name})`).join(', ')}. English when left out.` })
  language?: string | null;
}

@InputType({ description: 'Says in which language the captions of a film are; the captions stay as they are.' })
export class SetCaptionsLanguageInput extends MutationInput {
  @Id('The resource')
  @Field(() => ID, { description: 'The resource whose film it is.' })
  resourceId: string;

  @IsIn(Object.keys(LANGUAGES), { message: 'Choose the language of the captions from the list.' })
  @Field(() => String, { description: 'One of the languages that captions can be given in, such as `es`.' })
  language: string;
}

@InputType({ description: 'Takes the captions of a film away.' })
export class RemoveCaptionsInput extends MutationInput {
  @Id('The resource')
  @Field(() => ID, { description: 'The resource whose film it is.' })
  resourceId: string;
}

export const SentFileResult = resultOf('SentFileResult', SentFile, 'The file as it stands now, or why nothing was changed.');
