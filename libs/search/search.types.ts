import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { PageInfo } from '@app/platform/graphql';
import type { SavedFilter } from './saved-searches.service.js';

@ObjectType({ description: 'A stretch of plain text out of a title or an excerpt, and whether it is what was looked for. There is never markup in it.' })
export class TextPart {
  @Field(() => String, { description: 'The words as they stand.' })
  text: string;

  @Field(() => Boolean, { description: 'Whether these words match; shown marked.' })
  hit: boolean;
}

@ObjectType({ description: 'One value that results can be narrowed to, and how many results it would leave.' })
export class SearchFacet {
  @Field(() => String, { description: 'The kind, the principle’s number, the topic’s slug, the state’s two letters, the form, the licence, or the side.' })
  value: string;

  @Field(() => Int, { description: 'How many results have it, of those that pass the other filters; counted among the best 2,000.' })
  count: number;
}

@ObjectType({ description: 'What the results can be narrowed by. Each list leaves its own filter out, so that another value can be chosen.' })
export class SearchFacets {
  @Field(() => [SearchFacet], { description: 'Kinds of things: `resource`, `practice`, `thread`, `district` and whatever else the features let be found.' })
  kinds: SearchFacet[];

  @Field(() => [SearchFacet], { description: 'Numbers of the ten principles.' })
  principles: SearchFacet[];

  @Field(() => [SearchFacet], { description: 'Slugs of the pledge’s topics.' })
  topics: SearchFacet[];

  @Field(() => [SearchFacet], { description: 'States by their two letters.' })
  states: SearchFacet[];

  @Field(() => [SearchFacet], { description: 'Finer kinds within a kind: `link`, `file`, `text`, `contract` …' })
  forms: SearchFacet[];

  @Field(() => [SearchFacet], { description: 'Terms under which resources may be used: `cc_by`, `ask` …; `licence` of a resource says them in words.' })
  licences: SearchFacet[];

  @Field(() => [SearchFacet], { description: 'Who endorses a resource: `labor`, `management`, and `both_sides` where both sides of one district do.' })
  endorsed: SearchFacet[];
}

@ObjectType({ description: 'What has taken the place of something that was found.' })
export class SearchSuccessor {
  @Field(() => ID, { description: 'The id of the thing itself.' })
  id: string;

  @Field(() => String, { description: 'What it is called.' })
  title: string;

  @Field(() => String, { description: 'Its page, as a path of this web app.' })
  path: string;
}

@ObjectType('SearchHit', { description: 'One thing that was found, and why.' })
export class SearchHitType {
  @Field(() => ID, { description: 'The id of the thing itself.' })
  id: string;

  @Field(() => String, { description: 'What kind of thing it is, such as `resource`.' })
  kind: string;

  @Field(() => String, { nullable: true, description: 'The finer kind, such as `file`; null where the kind has none.' })
  form: string | null;

  @Field(() => [TextPart], { description: 'Its title, with what matches marked.' })
  title: TextPart[];

  @Field(() => [TextPart], { description: 'The words around what matches; the beginning when nothing was looked for.' })
  excerpt: TextPart[];

  @Field(() => String, { nullable: true, description: 'Where in it the excerpt stands, such as "page 7" or "letter 12"; null for its own words.' })
  part: string | null;

  @Field(() => String, { description: 'Its page, as a path of this web app; of a letter the place in its thread.' })
  path: string;

  @Field(() => String, { nullable: true, description: 'The organization it comes from; null when it comes from none.' })
  organizationName: string | null;

  @Field(() => String, { nullable: true, description: 'The state of that organization, in two letters.' })
  state: string | null;

  @Field(() => [String], { description: 'Where it stands higher because a district like yours has shared it: in what the two are alike, such as "about your size". Empty otherwise.' })
  alike: string[];

  @Field(() => SearchSuccessor, { nullable: true, description: 'What has taken its place, as far as you may read it; it stands before this one.' })
  supersededBy: SearchSuccessor | null;

  @Field(() => [Int], { description: 'Numbers of the principles it is tagged with.' })
  principles: number[];

  @Field(() => Date, { description: 'When it was written, posted or opened.' })
  at: Date;

  @Field(() => String, { nullable: true, description: 'All that is known of when, where that is a month, such as `2011-07`; null where the moment is known.' })
  month: string | null;
}

@ObjectType({ description: 'A page of what was found, the best first.' })
export class SearchResults {
  @Field(() => [SearchHitType], { description: 'The results of this page.' })
  nodes: SearchHitType[];

  @Field(() => PageInfo, { description: 'Where the page ends.' })
  pageInfo: PageInfo;

  @Field(() => Int, { description: 'How many results there are; 2,000 stands for that many or more.' })
  totalCount: number;

  @Field(() => String, { nullable: true, description: 'The words that were looked for instead, when those that were typed find nothing.' })
  didYouMean: string | null;

  @Field(() => Boolean, { description: 'Whether nothing has all the words, so that what has some of them was taken.' })
  loosened: boolean;

  @Field(() => String, { nullable: true, description: 'Words spelt much like those that were typed which find far more, where these find only one or two things: to be offered, nothing else was looked for.' })
  alsoTry: string | null;

  @Field(() => SearchFacets, { description: 'What the results can be narrowed by.' })
  facets: SearchFacets;
}

@ObjectType({ description: 'A title that fits what has been typed so far.' })
export class Suggestion {
  @Field(() => ID, { description: 'The id of the thing itself.' })
  id: string;

  @Field(() => String, { description: 'What kind of thing it is, such as `district`.' })
  kind: string;

  @Field(() => String, { description: 'The whole name of what is suggested, also where only a part was typed.' })
  title: string;

  @Field(() => String, { description: 'Its page, as a path of this web app.' })
  path: string;

  @Field(() => String, { nullable: true, description: 'The organization it comes from; null when it comes from none.' })
  organizationName: string | null;

  @Field(() => String, { nullable: true, description: 'The state in two letters, which tells namesakes apart.' })
  state: string | null;

  @Field(() => Boolean, { description: 'Whether something that you may read has taken its place; such titles stand last.' })
  superseded: boolean;
}

/** Who may stand behind a thing that is found. */
export const ENDORSED = ['labor', 'management', 'both_sides'] as const;

const A_WORD = /^[a-z][a-z_-]{0,39}$/;

@InputType({ description: 'What to look for and what to narrow the results to. Everything left out does not narrow.' })
export class SearchFilter {
  @IsOptional() @IsString() @MaxLength(200, { message: 'Look for at most 200 characters.' })
  @Field(() => String, { nullable: true, description: 'Words; "in quotes" for a phrase, -word to leave out. Empty lists the newest.' })
  text?: string | null;

  @IsOptional() @IsArray() @ArrayMaxSize(20) @Matches(A_WORD, { each: true, message: 'This kind is not known.' })
  @Field(() => [String], { nullable: true, description: 'Only these kinds of things.' })
  kinds?: string[] | null;

  @IsOptional() @IsInt() @Min(1) @Max(10)
  @Field(() => Int, { nullable: true, description: 'Only what is tagged with this principle, 1 to 10.' })
  principle?: number | null;

  @IsOptional() @Matches(A_WORD, { message: 'This topic is not known.' })
  @Field(() => String, { nullable: true, description: 'Only what is tagged with this topic, by its slug.' })
  topic?: string | null;

  @IsOptional() @Matches(/^[A-Z]{2}$/, { message: 'A state is two capital letters.' })
  @Field(() => String, { nullable: true, description: 'Only what comes from this state, in two letters.' })
  state?: string | null;

  @IsOptional() @Matches(A_WORD, { message: 'This form is not known.' })
  @Field(() => String, { nullable: true, description: 'Only this finer kind, such as `file`.' })
  form?: string | null;

  @IsOptional() @Matches(/^[a-z][a-z0-9_]{0,39}$/, { message: 'This licence is not known.' })
  @Field(() => String, { nullable: true, description: 'Only resources under these terms, such as `cc_by`.' })
  licence?: string | null;

  @IsOptional() @IsIn(ENDORSED, { message: 'Choose labor, management or both sides.' })
  @Field(() => String, { nullable: true, description: 'Only what this side endorses: `labor`, `management`, or `both_sides` of one district.' })
  endorsed?: string | null;
}

@ArgsType()
export class SuggestArgs {
  @IsString() @MaxLength(200, { message: 'Look for at most 200 characters.' })
  @Field(() => String, { description: 'What has been typed so far; fewer than two letters suggest nothing.' })
  text: string;
}

/** A filter with everything named, as it is kept: an empty text or list is none. What was added later stands in it only where it is chosen, so that the same search stays the same. */
export function filterFrom({ text, kinds, principle, topic, state, form, licence, endorsed }: SearchFilter): SavedFilter {
  return {
    text: text?.replace(/\s+/g, ' ').trim() || null,
    kinds: kinds?.length ? [...kinds].sort() : null,
    principle: principle ?? null,
    topic: topic ?? null,
    state: state ?? null,
    form: form ?? null,
    ...(licence && { licence }),
    ...(endorsed && { endorsed }),
  };
}
