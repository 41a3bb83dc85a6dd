import { Field, ID, InputType } from '@nestjs/graphql';
import { IsBoolean, IsOptional } from 'class-validator';
import { Id, Line, Lines, MutationInput } from '@app/platform/graphql';
import { NOTE_MAX, SUMMARY_MAX, TITLE_MAX } from './contract/limits.js';

@InputType({ description: 'What to narrow the list of collections to. Everything left out does not narrow.' })
export class CollectionsFilter {
  @IsOptional() @Id('The organization')
  @Field(() => ID, { nullable: true, description: 'Only those that this district or organization keeps.' })
  organizationId?: string | null;

  @IsOptional() @Id('The resource')
  @Field(() => ID, { nullable: true, description: 'Only those in which this resource stands.' })
  resourceId?: string | null;

  @IsOptional() @IsBoolean()
  @Field(() => Boolean, { nullable: true, description: 'Only those that you may change.' })
  kept?: boolean | null;
}

@InputType({ isAbstract: true })
abstract class CollectionFields extends MutationInput {
  @Line({ max: TITLE_MAX, name: 'The title' })
  @Field(() => String, { description: `What it is called, at most ${TITLE_MAX} characters.` })
  title: string;

  @Lines({ min: 0, max: SUMMARY_MAX, name: 'The summary' })
  @Field(() => String, { description: `What holds it together, at most ${SUMMARY_MAX} characters; may be empty.` })
  summary: string;

  @Line({ max: 60, name: 'Who may read it' })
  @Field(() => String, { description: 'One of the keys that `resourceAudiences` offers. Each thing in it keeps its own readers all the same.' })
  audience: string;
}

@InputType({ description: 'A new collection in the name of your organization, or of a conference it stands behind.' })
export class OpenCollectionInput extends CollectionFields {
  @IsOptional() @Id('The organization')
  @Field(() => ID, { nullable: true, description: 'The organization that keeps it; your first when left out.' })
  organizationId?: string | null;

  @IsOptional() @Id('The conference')
  @Field(() => ID, { nullable: true, description: 'The conference whose collection it is. A conference has one.' })
  conferenceId?: string | null;
}

@InputType({ description: 'New words and readers for a collection; its address stays.' })
export class EditCollectionInput extends CollectionFields {
  @Id('The collection')
  @Field(() => ID, { description: 'One that you keep; everything about it is given anew.' })
  collectionId: string;
}

@InputType({ description: 'Takes a collection away for good. What stands in it stays in the library.' })
export class DeleteCollectionInput extends MutationInput {
  @Id('The collection')
  @Field(() => ID, { description: 'The collection to take away.' })
  collectionId: string;
}

@InputType({ description: 'Puts a resource at the end of a collection. Twice is once.' })
export class AddToCollectionInput extends MutationInput {
  @Id('The collection')
  @Field(() => ID, { description: 'One that you keep: see `collections(filter: { kept: true })`.' })
  collectionId: string;

  @Id('The resource')
  @Field(() => ID, { description: 'The resource: the last part of `/library/ID`.' })
  resourceId: string;

  @IsOptional() @Lines({ min: 0, max: NOTE_MAX, name: 'The note' })
  @Field(() => String, { nullable: true, description: `Why it stands here, at most ${NOTE_MAX} characters.` })
  note?: string | null;
}

@InputType({ isAbstract: true })
abstract class OfItem extends MutationInput {
  @Id('The item')
  @Field(() => ID, { description: 'What stands there, by the id of `items`, not by the resource’s own.' })
  itemId: string;
}

@InputType({ description: 'Why a resource stands where it stands: takes the place of what was said before.' })
export class NoteCollectionItemInput extends OfItem {
  @Lines({ min: 0, max: NOTE_MAX, name: 'The note' })
  @Field(() => String, { description: `Why it stands here, at most ${NOTE_MAX} characters; may be empty.` })
  note: string;
}

@InputType({ description: 'Another place for an item of a collection.' })
export class MoveCollectionItemInput extends OfItem {
  @IsOptional() @Id('The other item')
  @Field(() => ID, { nullable: true, description: 'The item right before which it is to stand; null for the end.' })
  beforeId?: string | null;
}

@InputType({ description: 'Takes an item out of a collection; it stays in the library.' })
export class TakeOutOfCollectionInput extends OfItem {}
