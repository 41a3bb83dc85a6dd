import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { connectionOf, Id, Line, Lines, MutationInput, PageArgs, resultOf } from '@app/platform/graphql';
import { Person } from '@app/people';
import { SeatRoleName } from '@app/organizations';
import { PrincipleNumber, PrincipleNumbers, TopicSlugs } from '@app/framework';
import { LETTER_MAX, TITLE_MAX } from './contract/limits.js';

@ObjectType({ description: 'The organization in whose name something was written.' })
export class VoiceOrganization {
  @Field(() => ID, { description: 'The same as of the district or sponsor itself.' })
  id: string;

  @Field(() => String, { description: 'What it is called today.' })
  name: string;

  @Field(() => String, { description: 'Its page, as a path of this web app.' })
  path: string;

  @Field(() => String, { nullable: true, description: 'Two letters for its state; null where it works across states.' })
  state: string | null;

  @Field(() => String, { nullable: true, description: 'How a district calls its labor organization: union or association; null when it has not said.' })
  laborWord: string | null;
}

@ObjectType({ description: 'Who wrote, for whom, and from which seat at that time.' })
export class Voice {
  @Field(() => Person, { nullable: true, description: 'The writer under their present name; null when they have left Accord.' })
  person: Person | null;

  @Field(() => SeatRoleName, { nullable: true, description: 'The seat they held when they wrote; seats change hands, letters do not.' })
  role: SeatRoleName | null;

  @Field(() => String, { nullable: true, description: 'Their organization’s own word for the seat, such as "Chief Executive Officer".' })
  title: string | null;

  @Field(() => VoiceOrganization, { description: 'The member that speaks: the district, sponsor or foundation.' })
  organization: VoiceOrganization;
}

@ObjectType({ description: 'What you may do with a letter; the web shows only this.' })
export class PostRights {
  @Field(() => Boolean, { description: 'You wrote it and still speak for the organization in whose name you did.' })
  edit: boolean;

  @Field(() => Boolean, { description: 'You wrote it and may take your words back.' })
  delete: boolean;
}

export enum PostState {
  here = 'here',
  removed = 'removed',
  taken_down = 'taken_down',
}
registerEnumType(PostState, {
  name: 'PostState',
  description: 'Whether the words of a letter can be read.',
  valuesMap: {
    here: { description: 'They can.' },
    removed: { description: 'Its author took them back; only the place and date remain.' },
    taken_down: { description: 'A steward took the letter down; its author still sees the words.' },
  },
});

@ObjectType('Post', { description: 'One letter in a thread. It never changes its number, and its words only by its author.' })
export class PostType {
  @Field(() => ID, { description: 'Name it to edit, remove or report the letter.' })
  id: string;

  @Field(() => ID, { description: 'Where it was said: the last part of `/threads/ID`.' })
  threadId: string;

  @Field(() => Int, { description: 'Its place in the thread, from 1 and without gaps; the cursor for whoever catches up.' })
  number: number;

  @Field(() => Voice, { description: 'Who wrote it, for whom and from which seat.' })
  voice: Voice;

  @Field(() => String, { description: 'The words in Markdown as they were typed: show them only through a safe renderer. Empty unless `state` is `here`, or you wrote them.' })
  body: string;

  @Field(() => Date, { description: 'When it was written.' })
  at: Date;

  @Field(() => Date, { nullable: true, description: 'When its author last changed it; null if never.' })
  editedAt: Date | null;

  @Field(() => PostState, { description: 'Whether its words can be read.' })
  state: PostState;

  @Field(() => PostRights, { description: 'What you may do with it.' })
  viewerCan: PostRights;
}

@ObjectType({ description: 'A page of letters, in the order in which they were written.' })
export class PostConnection extends connectionOf(PostType, 'letters') {}

@ObjectType('ThreadSubject', { description: 'What a thread is about: a practice, resource, conference or mentoring link.' })
export class ThreadSubjectType {
  @Field(() => String, { description: 'The kind of thing, such as `practice`.' })
  kind: string;

  @Field(() => ID, { description: 'Tells it from others of its kind; together they make the `kind:ID` that a new thread names.' })
  id: string;

  @Field(() => String, { nullable: true, description: 'Its name; null when the thing is no longer there.' })
  title: string | null;

  @Field(() => String, { nullable: true, description: 'Its page, as a path of this web app; null when it is no longer there.' })
  path: string | null;
}

@ObjectType({ description: 'What you may do in a thread; the web shows only this.' })
export class ThreadRights {
  @Field(() => Boolean, { description: 'You hold a seat, may read it, and it is open.' })
  reply: boolean;

  @Field(() => Boolean, { description: 'You speak for the organization that opened it, and so may close it and open it again.' })
  close: boolean;
}

@ObjectType('Thread', { description: 'A conversation of letters under one title, on a subject or open.' })
export class ThreadType {
  @Field(() => ID, { description: 'Its place in addresses: `/threads/ID`.' })
  id: string;

  @Field(() => String, { description: 'What it is about, in the opener’s words.' })
  title: string;

  @Field(() => ThreadSubjectType, { nullable: true, description: 'The thing it was opened on; null for an open thread.' })
  subject: ThreadSubjectType | null;

  @Field(() => String, { description: 'Who may read it, as an audience key: `public`, `members`, `team:ID`, `conference:ID`, `link:ID`.' })
  audience: string;

  @Field(() => Voice, { description: 'Who opened it.' })
  opener: Voice;

  @Field(() => Date, { description: 'When it was opened.' })
  openedAt: Date;

  @Field(() => Int, { description: 'How many letters after the first can be read.' })
  replyCount: number;

  @Field(() => Int, { description: 'The highest number given so far; removed letters keep theirs.' })
  lastPostNumber: number;

  @Field(() => Date, { description: 'When its latest letter was written; the list is sorted by it.' })
  lastPostAt: Date;

  @Field(() => Person, { nullable: true, description: 'Who wrote the latest letter; null when they have left Accord or all letters were removed.' })
  lastWriter: Person | null;

  @Field(() => Date, { nullable: true, description: 'Since when no more letters are taken; null while it is open.' })
  closedAt: Date | null;

  @Field(() => [Int], { description: 'The numbers of the principles it is tagged with.' })
  principles: number[];

  @Field(() => [String], { description: 'The slugs of the topics it is tagged with.' })
  topics: string[];

  @Field(() => Int, { nullable: true, description: 'The number up to which you have read; null when you have not been here.' })
  readTo: number | null;

  @Field(() => ThreadRights, { description: 'What you may do here.' })
  viewerCan: ThreadRights;
}

@ObjectType({ description: 'A page of threads, the one with the latest letter first.' })
export class ThreadConnection extends connectionOf(ThreadType, 'threads') {}

@ObjectType({ description: 'A choice of who may read a new thread.' })
export class AudienceChoice {
  @Field(() => String, { description: 'The audience key to send back.' })
  key: string;

  @Field(() => String, { nullable: true, description: 'Whose it is, for a team or a subject; null for members and everybody.' })
  name: string | null;
}

@ObjectType({ description: 'What the page for a new thread needs to know: what it would be about and who may read it.' })
export class ThreadDraft {
  @Field(() => ThreadSubjectType, { nullable: true, description: 'The subject it would be opened on; null for an open thread.' })
  subject: ThreadSubjectType | null;

  @Field(() => [AudienceChoice], { description: 'Who you may let read it, the usual choice first; empty when you hold no seat.' })
  audiences: AudienceChoice[];
}

const SUBJECT = /^[a-z-]{1,40}:[0-9a-f-]{36}$/i;

@ArgsType()
export class LettersArgs {
  @IsInt() @Min(1) @Max(100)
  @Field(() => Int, { defaultValue: 20, description: 'How many letters, at most 100.' })
  first: number = 20;

  @IsInt() @Min(0) @Max(2_000_000_000)
  @Field(() => Int, { defaultValue: 0, description: 'The number of the letter after which to begin; 0 begins with the first.' })
  after: number = 0;
}

@ArgsType()
export class ThreadsArgs extends PageArgs {
  @IsOptional() @Matches(SUBJECT, { message: 'A subject looks like practice:ID.' })
  @Field(() => String, { nullable: true, description: 'Only threads on this thing, as `kind:ID`.' })
  subject?: string | null;

  @IsOptional() @Id('The organization')
  @Field(() => ID, { nullable: true, description: 'Only threads that this organization opened.' })
  organizationId?: string | null;

  @IsOptional() @IsString() @MaxLength(80)
  @Field(() => String, { nullable: true, description: 'Only threads with exactly this audience key; one you do not belong to gives an empty list.' })
  audience?: string | null;

  @IsOptional() @PrincipleNumber()
  @Field(() => Int, { nullable: true, description: 'Only threads tagged with the principle of this number.' })
  principle?: number | null;
}

@InputType({ description: 'A new thread with its first letter.' })
export class OpenThreadInput extends MutationInput {
  @Line({ max: TITLE_MAX, name: 'The title' })
  @Field(() => String, { description: 'What it is about, at most 160 characters.' })
  title: string;

  @Lines({ max: LETTER_MAX, name: 'The letter' })
  @Field(() => String, { description: 'The first letter in Markdown, at most 8,000 characters.' })
  body: string;

  @Line({ max: 80, name: 'Who may read it' })
  @Field(() => String, { description: 'Who may read it: one of the keys that `threadDraft` offers.' })
  audience: string;

  @IsOptional() @Matches(SUBJECT, { message: 'A subject looks like practice:ID.' })
  @Field(() => String, { nullable: true, description: 'What it is opened on, as `kind:ID`; nothing for an open thread.' })
  subject?: string | null;

  @IsOptional() @Id('The organization')
  @Field(() => ID, { nullable: true, description: 'For whom you speak, when you hold seats in several organizations.' })
  organizationId?: string | null;

  @IsOptional() @PrincipleNumbers()
  @Field(() => [Int], { nullable: true, description: 'The numbers of the principles it touches.' })
  principles?: number[] | null;

  @IsOptional() @TopicSlugs()
  @Field(() => [String], { nullable: true, description: 'The slugs of the topics it touches.' })
  topics?: string[] | null;
}

@InputType({ description: 'A letter in an open thread.' })
export class ReplyInput extends MutationInput {
  @Id('The thread')
  @Field(() => ID, { description: 'Where it goes.' })
  threadId: string;

  @Lines({ max: LETTER_MAX, name: 'The letter' })
  @Field(() => String, { description: 'The words in Markdown, at most 8,000 characters.' })
  body: string;

  @IsOptional() @Id('The organization')
  @Field(() => ID, { nullable: true, description: 'For whom you speak, when you hold seats in several organizations.' })
  organizationId?: string | null;
}

@InputType({ description: 'Other words for a letter of your own.' })
export class EditPostInput extends MutationInput {
  @Id('The letter')
  @Field(() => ID, { description: 'Which letter.' })
  postId: string;

  @Lines({ max: LETTER_MAX, name: 'The letter' })
  @Field(() => String, { description: 'All its words as they shall be from now on.' })
  body: string;
}

@InputType({ description: 'Takes back a letter of your own. The words are gone for good.' })
export class DeletePostInput extends MutationInput {
  @Id('The letter')
  @Field(() => ID, { description: 'Which letter.' })
  postId: string;
}

@InputType({ description: 'A thread that your organization opened.' })
export class CloseThreadInput extends MutationInput {
  @Id('The thread')
  @Field(() => ID, { description: 'The last part of its path, `/threads/ID`.' })
  threadId: string;
}

@InputType({ description: 'A thread that your organization closed.' })
export class ReopenThreadInput extends CloseThreadInput {}

@InputType({ description: 'How far you have read.' })
export class MarkThreadReadInput extends MutationInput {
  @Id('The thread')
  @Field(() => ID, { description: 'The one you have open: the last part of `/threads/ID`.' })
  threadId: string;

  @IsInt() @Min(0) @Max(1_000_000, { message: 'No thread has so many letters.' })
  @Field(() => Int, { description: 'The number of the last letter you have seen; going back has no effect.' })
  number: number;
}

export const OpenThreadResult = resultOf('OpenThreadResult', ThreadType, 'The new thread, or what stopped it.');
export const ReplyResult = resultOf('ReplyResult', PostType, 'The new letter, or what stopped it.');
export const EditPostResult = resultOf('EditPostResult', PostType, 'The letter as it reads now, or what stopped it.');
export const DeletePostResult = resultOf('DeletePostResult', PostType, 'The place of the letter without its words, or what stopped it.');
export const CloseThreadResult = resultOf('CloseThreadResult', ThreadType, 'The closed thread, or what stopped it.');
export const ReopenThreadResult = resultOf('ReopenThreadResult', ThreadType, 'The open thread, or what stopped it.');
export const MarkThreadReadResult = resultOf('MarkThreadReadResult', ThreadType, 'The thread with the number up to which you have read, or what stopped it.');
