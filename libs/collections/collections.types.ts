import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf, resultOf } from '@app/platform/graphql';
import { ResourceTeam, ResourceType, UseMonth } from '@app/resources';

@ObjectType({ description: 'A convening, as far as its collection tells of it.' })
export class CollectionConference {
  @Field(() => ID, { description: 'The same as of the conference itself.' })
  id: string;

  @Field(() => String, { description: 'The last part of its address, `/conferences/SLUG`.' })
  slug: string;

  @Field(() => String, { description: 'What it is called.' })
  title: string;
}

@ObjectType({ description: 'A resource in its place in a collection.' })
export class CollectionItem {
  @Field(() => ID, { description: 'Name it to move it or to take it out.' })
  id: string;

  @Field(() => String, { description: 'Why it stands here; may be empty.' })
  note: string;

  @Field(() => Date, { description: 'When it was put here.' })
  addedAt: Date;

  @Field(() => ResourceType, { description: 'What stands here.' })
  resource: ResourceType;
}

@ObjectType({ description: 'What you may do with a collection; the web shows only this.' })
export class CollectionRights {
  @Field(() => Boolean, { description: 'You speak for its organization, or for one behind its conference, and so may change it.' })
  keep: boolean;
}

@ObjectType('CollectionLine', { description: 'A collection as a list shows it.' })
export class CollectionLineType {
  @Field(() => ID, { description: 'Stays the same for ever.' })
  id: string;

  @Field(() => String, { description: 'Its permanent address: `/collections/SLUG`.' })
  slug: string;

  @Field(() => String, { description: 'What it is called.' })
  title: string;

  @Field(() => String, { description: 'What holds it together; may be empty.' })
  summary: string;

  @Field(() => ResourceTeam, { description: 'The district or organization that keeps it.' })
  owner: ResourceTeam;

  @Field(() => CollectionConference, { nullable: true, description: 'The conference whose collection it is; null for all others.' })
  conference: CollectionConference | null;

  @Field(() => String, { description: 'Who may read it, as an audience key. Each thing in it keeps its own readers all the same.' })
  audience: string;

  @Field(() => Int, { description: 'How many things you may read in it.' })
  itemCount: number;

  @Field(() => Boolean, { description: 'Whether a steward took it down; then only who began it still sees it.' })
  hidden: boolean;

  @Field(() => String, { nullable: true, description: 'Why it was taken down; null while it stands.' })
  hiddenReason: string | null;

  @Field(() => Date, { description: 'When it was begun.' })
  createdAt: Date;

  @Field(() => Date, { description: 'When anything about it was last changed.' })
  updatedAt: Date;

  @Field(() => CollectionRights, { description: 'What you may do with it.' })
  viewerCan: CollectionRights;
}

@ObjectType('Collection', { description: 'An ordered shelf of resources with a word on each, kept by a district, an organization, or the sponsors of a conference.' })
export class CollectionType extends CollectionLineType {
  @Field(() => [CollectionItem], { description: 'What stands in it, in order, as far as you may read it.' })
  items: CollectionItem[];

  @Field(() => [UseMonth], { description: 'How the use of what you may read in it grew, month by month, at most two years back.' })
  months: UseMonth[];
}

@ObjectType({ description: 'A page of collections, the newest first.' })
export class CollectionConnection extends connectionOf(CollectionLineType, 'collections') {}

@ObjectType({ description: 'All that a team takes home from a conference, as one file.' })
export class TakeHomePack {
  @Field(() => ID, { description: 'Which of your teams it is for; each gets what you may read yourself.' })
  organizationId: string;

  @Field(() => String, { description: 'What the team is called.' })
  name: string;

  @Field(() => String, { description: 'Where it is fetched, as a path of this web address.' })
  path: string;
}

export const CollectionResult = resultOf('CollectionResult', CollectionType, 'The collection as it stands now, or why nothing was changed.');
