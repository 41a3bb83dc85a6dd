import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { LocalDate, PageInfo, resultOf } from '@app/platform/graphql';
import { Person } from '@app/people';
import { SearchFacets, TextPart } from '@app/search';
import { type Licence, LICENCE_WORDS, LICENCES } from './contract/licences.js';
import type { ResourceForm } from './resource.entity.js';
import { ResourceFile } from './resource-file.types.js';

export enum ResourceFormName {
  link = 'link',
  file = 'file',
  text = 'text',
}
registerEnumType(ResourceFormName, {
  name: 'ResourceForm',
  description: 'What a resource is made of. It never changes.',
  valuesMap: {
    link: { description: 'A page elsewhere on the web; Accord keeps only its address.' },
    file: { description: 'A file kept here: a document, slides, a workbook, a picture, a table or a note.' },
    text: { description: 'Words written here, in small markdown.' },
  },
});

/** The licences as GraphQL knows them. */
export const LicenceName = Object.fromEntries(LICENCES.map((licence) => [licence, licence])) as { [Key in Licence]: Key };
registerEnumType(LicenceName, {
  name: 'Licence',
  description: 'Under which terms others may use a resource.',
  valuesMap: Object.fromEntries(LICENCES.map((licence) => [licence, { description: `${LICENCE_WORDS[licence].label}. ${LICENCE_WORDS[licence].note}` }])),
});

@ObjectType({ description: 'A member of the community as a resource names it: the team that shares it, or one that uses it.' })
export class ResourceTeam {
  @Field(() => ID, { description: 'The same as of the district or organization itself.' })
  id: string;

  @Field(() => String, { description: 'What it is called today.' })
  name: string;

  @Field(() => String, { description: 'Its page, as a path of this web app.' })
  path: string;

  @Field(() => String, { nullable: true, description: 'Two letters for its state; null where it works across states.' })
  state: string | null;
}

@ObjectType({ description: 'What you may do with a resource; the web shows only this.' })
export class ResourceRights {
  @Field(() => Boolean, { description: 'You speak for the team that shares it or are a co-author, and so may change it.' })
  edit: boolean;

  @Field(() => Boolean, { description: 'You speak for the team that shares it, and so may take it away, name co-authors and say what follows it.' })
  own: boolean;

  @Field(() => Boolean, { description: 'You speak for another team, which may say that this is useful to it.' })
  praise: boolean;
}

@ObjectType({ description: 'A way to another resource: where it is and what it is called.' })
export class ResourceName {
  @Field(() => ID, { description: 'Its place in addresses: `/library/ID`.' })
  id: string;

  @Field(() => String, { description: 'What it is called.' })
  title: string;
}

@ObjectType('Resource', { description: 'Something a team shares with others: a link, a file or a text, tagged with what it is about.' })
export class ResourceType {
  @Field(() => ID, { description: 'Its place in addresses: `/library/ID`.' })
  id: string;

  @Field(() => ResourceFormName, { description: 'What it is made of.' })
  form: ResourceForm;

  @Field(() => String, { description: 'What it is called.' })
  title: string;

  @Field(() => String, { description: 'What it is and what it is good for, in a sentence or two.' })
  summary: string;

  @Field(() => String, { nullable: true, description: 'The words of a text in Markdown: show them only through a safe renderer. Null for links and files.' })
  body: string | null;

  @Field(() => String, { nullable: true, description: 'Where a link leads, always http or https; null for files and texts.' })
  url: string | null;

  @Field(() => String, { nullable: true, description: 'The host a link leads to, shown beside it so that nobody is led astray; null for files and texts.' })
  host: string | null;

  @Field(() => ResourceFile, { nullable: true, description: 'The file; null for links and texts.' })
  file: ResourceFile | null;

  @Field(() => ResourceTeam, { description: 'The team that shares it. It stays the team’s when people change.' })
  owner: ResourceTeam;

  @Field(() => Person, { nullable: true, description: 'Who posted it for their team; null when they have left Accord.' })
  author: Person | null;

  @Field(() => String, { description: 'Who may read it, as an audience key: `public`, `members`, `team:ID`, `conference:ID`.' })
  audience: string;

  @Field(() => [Int], { description: 'Numbers of the principles it is tagged with.' })
  principles: number[];

  @Field(() => [String], { description: 'Slugs of the topics it is tagged with.' })
  topics: string[];

  @Field(() => LicenceName, { description: 'Under which terms others may use it.' })
  licence: Licence;

  @Field(() => Int, { description: 'Counts up whenever the thing itself becomes another.' })
  version: number;

  @Field(() => String, { nullable: true, description: 'What changed in this version, in its team’s words.' })
  versionNote: string | null;

  @Field(() => Date, { description: 'Since when this version stands.' })
  versionedAt: Date;

  @Field(() => LocalDate, { nullable: true, description: 'The day on which its team will look at it again; null without one.' })
  reviewOn: string | null;

  @Field(() => Date, { nullable: true, description: 'Since when the page of a link has not answered, once it has been asked in vain several times; null while it answers.' })
  silentSince: Date | null;

  @Field(() => Int, { description: 'How many teams have said how they used it and with what result.' })
  useCount: number;

  @Field(() => Int, { description: 'In how many districts both labor and management endorse it as it is now; what was said of a former version does not count.' })
  bothSidesCount: number;

  @Field(() => ResourceName, { nullable: true, description: 'What has taken its place, as far as you may read it.' })
  supersededBy: ResourceName | null;

  @Field(() => Int, { description: 'How many teams have said that it is useful to them.' })
  usefulCount: number;

  @Field(() => [ResourceTeam], { description: 'Of those teams the latest twelve.' })
  usefulTo: ResourceTeam[];

  @Field(() => Boolean, { description: 'Whether one of your own teams has said so.' })
  usefulToUs: boolean;

  @Field(() => Boolean, { description: 'Whether a steward took it down; then only its author still sees it.' })
  hidden: boolean;

  @Field(() => String, { nullable: true, description: 'Why it was taken down; null while it stands.' })
  hiddenReason: string | null;

  @Field(() => Date, { description: 'When it was posted.' })
  createdAt: Date;

  @Field(() => Date, { description: 'When it was last changed; the same as `createdAt` if never.' })
  updatedAt: Date;

  @Field(() => ResourceRights, { description: 'What you may do with it.' })
  viewerCan: ResourceRights;
}

@ObjectType('LibraryHit', { description: 'A resource that was found in the library, and why.' })
export class LibraryHitType {
  @Field(() => [TextPart], { description: 'Its title, with what matches marked.' })
  title: TextPart[];

  @Field(() => [TextPart], { description: 'The words around what matches; the beginning when nothing was looked for.' })
  excerpt: TextPart[];

  @Field(() => [String], { description: 'Where it stands higher because a district like yours has shared it: in what the two are alike. Empty otherwise.' })
  alike: string[];

  @Field(() => ResourceType, { description: 'What was found, with everything its own page shows.' })
  resource: ResourceType;
}

@ObjectType({ description: 'A page of the library, the best matches first; without words the newest first.' })
export class LibraryPage {
  @Field(() => [LibraryHitType], { description: 'The resources of this page.' })
  nodes: LibraryHitType[];

  @Field(() => PageInfo, { description: 'Where the page ends.' })
  pageInfo: PageInfo;

  @Field(() => Int, { description: 'How many resources there are; 2,000 stands for that many or more.' })
  totalCount: number;

  @Field(() => String, { nullable: true, description: 'The words that were looked for instead, when those that were typed find nothing.' })
  didYouMean: string | null;

  @Field(() => Boolean, { description: 'Whether nothing has all the words, so that what has some of them was taken.' })
  loosened: boolean;

  @Field(() => SearchFacets, { description: 'What the library can be narrowed by.' })
  facets: SearchFacets;
}

@ObjectType({ description: 'A choice of who may read what you post.' })
export class ResourceAudience {
  @Field(() => String, { description: 'The audience key to send back.' })
  key: string;

  @Field(() => String, { nullable: true, description: 'Whose it is: the team’s or the conference’s name; null for members and for everybody.' })
  name: string | null;
}

export const ResourceResult = resultOf('ResourceResult', ResourceType, 'The resource as it stands now, or why nothing was changed.');
