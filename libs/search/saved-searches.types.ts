import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsEnum, IsOptional, ValidateNested } from 'class-validator';
import { Id, Line, MutationInput, resultOf } from '@app/platform/graphql';
import { SearchFilter } from './search.types.js';

export enum OftenName {
  weekly = 'weekly',
  at_once = 'at_once',
  never = 'never',
}
registerEnumType(OftenName, {
  name: 'SavedSearchFrequency',
  description: 'How often you are told of what is new for a search that you keep.',
  valuesMap: {
    weekly: { description: 'One mail a week, when there is something.' },
    at_once: { description: 'Within minutes of its being shared.' },
    never: { description: 'Kept for looking yourself; no mail.' },
  },
});

@ObjectType({ description: 'Something that was new when you were told of it.' })
export class ToldThingType {
  @Field(() => ID, { description: 'The id of the thing itself.' })
  id: string;

  @Field(() => String, { description: 'What kind of thing it is, such as `resource`.' })
  kind: string;

  @Field(() => String, { description: 'What it is called now, which may be something else than in the mail.' })
  title: string;

  @Field(() => String, { description: 'Its page, as a path of this web app.' })
  path: string;

  @Field(() => String, { nullable: true, description: 'The organization it comes from.' })
  organizationName: string | null;

  @Field(() => Date, { description: 'When you were told.' })
  at: Date;
}

@ObjectType({ description: 'A search that you keep. Nobody else sees it.' })
export class SavedSearchType {
  @Field(() => ID, { description: 'Name it to change it or take it away.' })
  id: string;

  @Field(() => String, { description: 'What you call it.' })
  name: string;

  @Field(() => OftenName, { description: 'How often you are told.' })
  often: `${OftenName}`;

  @Field(() => String, { description: 'The search itself, as a path of this web app.' })
  path: string;

  @Field(() => Date, { description: 'When you saved it; what stood there before is not new.' })
  createdAt: Date;

  @Field(() => [ToldThingType], { description: 'The latest of what you were told and may still read, at most five.' })
  told: ToldThingType[];
}

export const SaveSearchResult = resultOf('SaveSearchResult', SavedSearchType, 'The search as it is kept, or why it is not.');

@InputType({ description: 'Keeps a search. The same search saved again stays one, with its new name and frequency.' })
export class SaveSearchInput extends MutationInput {
  @Line({ max: 120, name: 'The name' })
  @Field(() => String, { description: 'What you call it.' })
  name: string;

  @IsEnum(OftenName, { message: 'Choose how often: weekly, at once or never.' })
  @Field(() => OftenName, { description: 'How often you want to be told.' })
  often: OftenName;

  @ValidateNested() @Type(() => SearchFilter)
  @Field(() => SearchFilter, { description: 'What to look for; something must be named.' })
  filter: SearchFilter;
}

@InputType({ description: 'Changes the name or the frequency of a search that you keep.' })
export class ChangeSavedSearchInput extends MutationInput {
  @Id('The search')
  @Field(() => ID, { description: 'One of your own.' })
  id: string;

  @IsOptional() @Line({ max: 120, name: 'The name' })
  @Field(() => String, { nullable: true, description: 'Its new name; stays when left out.' })
  name?: string | null;

  @IsOptional() @IsEnum(OftenName, { message: 'Choose how often: weekly, at once or never.' })
  @Field(() => OftenName, { nullable: true, description: 'Its new frequency; stays when left out.' })
  often?: OftenName | null;
}

@InputType({ description: 'Takes a search away that you keep.' })
export class RemoveSavedSearchInput extends MutationInput {
  @Id('The search')
  @Field(() => ID, { description: 'One of your own.' })
  id: string;
}
