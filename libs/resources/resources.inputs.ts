import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsEnum, IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { Id, Line, Lines, LocalDate, MutationInput } from '@app/platform/graphql';
import { PrincipleNumber, PrincipleNumbers, TopicSlugs } from '@app/framework';
import { ENDORSED } from '@app/search';
import type { Licence } from './contract/licences.js';
import { DESCRIPTION_MAX, NOTE_MAX, SUMMARY_MAX, TEXT_MAX, TITLE_MAX, URL_MAX } from './contract/limits.js';
import { LicenceName, ResourceFormName } from './resources.types.js';

@InputType({ description: 'What to look for in the library and what to narrow it to. Everything left out does not narrow.' })
export class LibraryFilter {
  @IsOptional() @IsString() @MaxLength(200, { message: 'Look for at most 200 characters.' })
  @Field(() => String, { nullable: true, description: 'Words; "in quotes" for a phrase, -word to leave out. Empty lists the newest.' })
  text?: string | null;

  @IsOptional() @PrincipleNumber()
  @Field(() => Int, { nullable: true, description: 'Only what is tagged with this principle, 1 to 10.' })
  principle?: number | null;

  @IsOptional() @Matches(/^[a-z-]{1,40}$/, { message: 'This topic is not known.' })
  @Field(() => String, { nullable: true, description: 'Only what is tagged with this topic, by its slug.' })
  topic?: string | null;

  @IsOptional() @Matches(/^[A-Z]{2}$/, { message: 'A state is two capital letters.' })
  @Field(() => String, { nullable: true, description: 'Only what teams of this state share, in two letters.' })
  state?: string | null;

  @IsOptional() @IsEnum(ResourceFormName)
  @Field(() => ResourceFormName, { nullable: true, description: 'Only links, only files or only texts.' })
  form?: ResourceFormName | null;

  @IsOptional() @IsEnum(LicenceName, { message: 'Choose a licence from the list.' })
  @Field(() => LicenceName, { nullable: true, description: 'Only what may be used under these terms.' })
  licence?: Licence | null;

  @IsOptional() @IsIn(ENDORSED, { message: 'Choose labor, management or both sides.' })
  @Field(() => String, { nullable: true, description: 'Only what this side endorses: `labor`, `management`, or `both_sides` of one district.' })
  endorsed?: string | null;

  @IsOptional() @Id('The organization')
  @Field(() => ID, { nullable: true, description: 'Only what this district or organization shares.' })
  organizationId?: string | null;
}

@InputType({ isAbstract: true })
abstract class ResourceFields extends MutationInput {
  @Line({ max: TITLE_MAX, name: 'The title' })
  @Field(() => String, { description: `What it is called, at most ${TITLE_MAX} characters.` })
  title: string;

  @Lines({ min: 0, max: SUMMARY_MAX, name: 'The summary' })
  @Field(() => String, { description: `What it is and what it is good for, at most ${SUMMARY_MAX} characters; may be empty.` })
  summary: string;

  @IsOptional() @Lines({ max: TEXT_MAX, name: 'The text' })
  @Field(() => String, { nullable: true, description: `The words of a text in small markdown, at most ${TEXT_MAX.toLocaleString('en-US')} characters; left out for links and files.` })
  body?: string | null;

  @IsOptional() @Line({ max: URL_MAX, name: 'The address' })
  @Field(() => String, { nullable: true, description: 'Where a link leads, http or https; left out for files and texts.' })
  url?: string | null;

  @IsOptional() @Id('The file')
  @Field(() => ID, { nullable: true, description: 'The file that an upload has become, by its id; left out for links and texts, and when the file stays.' })
  fileId?: string | null;

  @IsOptional() @Line({ min: 0, max: DESCRIPTION_MAX, name: 'What the picture shows' })
  @Field(() => String, { nullable: true, description: `What the picture shows, for those who cannot see it, at most ${DESCRIPTION_MAX} characters; only where the file is a picture. Empty takes it away; left out, as before, and of another file none.` })
  fileDescription?: string | null;

  @Line({ max: 60, name: 'Who may read it' })
  @Field(() => String, { description: 'One of the keys that `resourceAudiences` offers.' })
  audience: string;

  @IsOptional() @PrincipleNumbers()
  @Field(() => [Int], { nullable: true, description: 'Numbers of principles it is about; with the topics at most five tags.' })
  principles?: number[] | null;

  @IsOptional() @TopicSlugs()
  @Field(() => [String], { nullable: true, description: 'Slugs of topics it is about; with the principles at most five tags.' })
  topics?: string[] | null;

  @IsOptional() @IsEnum(LicenceName, { message: 'Choose a licence from the list.' })
  @Field(() => LicenceName, { nullable: true, description: 'Under which terms others may use it; left out, as before, or what is usual for its form.' })
  licence?: Licence | null;

  @IsOptional()
  @Field(() => LocalDate, { nullable: true, description: 'The day on which you want to be asked whether it still holds; null for never, left out as before.' })
  reviewOn?: string | null;
}

@InputType({ description: 'A link, a file or a text that your team puts in the library.' })
export class PostResourceInput extends ResourceFields {
  @IsEnum(ResourceFormName, { message: 'Choose a link, a file or a text.' })
  @Field(() => ResourceFormName, { description: 'What it is made of.' })
  form: ResourceFormName;

  @IsOptional() @Id('The organization')
  @Field(() => ID, { nullable: true, description: 'The team that shares it; your first when left out.' })
  organizationId?: string | null;
}

@InputType({ description: 'New words, tags and readers for something your team shared; they take the place of the old ones.' })
export class EditResourceInput extends ResourceFields {
  @Id('The resource')
  @Field(() => ID, { description: 'The resource to change. Everything is given anew; its form and its team stay.' })
  resourceId: string;

  @IsOptional() @Line({ min: 0, max: NOTE_MAX, name: 'What changed' })
  @Field(() => String, { nullable: true, description: `What changed, at most ${NOTE_MAX} characters; kept where the file, the text or the address is another.` })
  versionNote?: string | null;
}

@InputType({ description: 'Takes something your team shared out of the library. Nobody can bring it back.' })
export class DeleteResourceInput extends MutationInput {
  @Id('The resource')
  @Field(() => ID, { description: 'The resource to take away for good, with its file.' })
  resourceId: string;
}

@InputType({ isAbstract: true })
abstract class UsefulInput extends MutationInput {
  @Id('The resource')
  @Field(() => ID, { description: 'What helped, or did not: the last part of `/library/ID`.' })
  resourceId: string;

  @IsOptional() @Id('The organization')
  @Field(() => ID, { nullable: true, description: 'The team for which you say it; your first other than the owner when left out.' })
  organizationId?: string | null;
}

@InputType({ description: 'Your team’s word to others that a resource helped: counted once a team, never for its own.' })
export class MarkUsefulInput extends UsefulInput {}

@InputType({ description: 'Takes back your team’s word that a resource helped.' })
export class UnmarkUsefulInput extends UsefulInput {}
