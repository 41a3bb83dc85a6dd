import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Person } from '@app/people';
import { SeatRoleName } from '@app/organizations';
import { ResourceFile } from './resource-file.types.js';
import { ResourceName, ResourceTeam } from './resources.types.js';

export enum EndorsingSide {
  labor = 'labor',
  management = 'management',
}
registerEnumType(EndorsingSide, {
  name: 'EndorsingSide',
  description: 'The side of the table from which a resource is endorsed.',
  valuesMap: {
    labor: { description: 'The union or association leader.' },
    management: { description: 'The superintendent or the board president.' },
  },
});

@ObjectType({ description: 'What a file was that is no longer kept.' })
export class FormerFile {
  @Field(() => String, { description: 'What it was called.' })
  name: string;

  @Field(() => String, { description: 'What kind of file it was, by its ending.' })
  ending: string;

  @Field(() => Int, { description: 'How large it was, in bytes.' })
  size: number;
}

@ObjectType({ description: 'A former version of a resource, as it was.' })
export class ResourceVersion {
  @Field(() => Int, { description: 'Its number; the first is 1.' })
  number: number;

  @Field(() => String, { nullable: true, description: 'What had changed in it, in its team’s words.' })
  note: string | null;

  @Field(() => String, { nullable: true, description: 'The words of a text in Markdown; null for links and files.' })
  body: string | null;

  @Field(() => String, { nullable: true, description: 'Where the link led; null for files and texts.' })
  url: string | null;

  @Field(() => String, { nullable: true, description: 'The host of that address.' })
  host: string | null;

  @Field(() => ResourceFile, { nullable: true, description: 'The file; null for links and texts.' })
  file: ResourceFile | null;

  @Field(() => FormerFile, { nullable: true, description: 'What its file was, where that is no longer kept: of a resource the files of the last 20 former versions are.' })
  fileWas: FormerFile | null;

  @Field(() => Date, { description: 'Since when it stood.' })
  madeAt: Date;

  @Field(() => Date, { description: 'When another took its place.' })
  replacedAt: Date;
}

@ObjectType({ description: 'Who is named beside the team that shares a resource: another team, or one person.' })
export class CoAuthor {
  @Field(() => ID, { description: 'Name it to answer or to take it off.' })
  id: string;

  @Field(() => ResourceTeam, { nullable: true, description: 'The team; null for a person.' })
  team: ResourceTeam | null;

  @Field(() => Person, { nullable: true, description: 'The person; null for a team.' })
  person: Person | null;

  @Field(() => Boolean, { description: 'Whether they have agreed. Until then only they and the team that asked see this.' })
  agreed: boolean;

  @Field(() => Boolean, { description: 'Whether it is for you to answer.' })
  isMine: boolean;
}

@ObjectType({ description: 'What the page of a link said when it was last asked.' })
export class LinkMirror {
  @Field(() => String, { nullable: true, description: 'Its title in its own words: plain text of a stranger.' })
  title: string | null;

  @Field(() => String, { nullable: true, description: 'Its description in its own words: plain text of a stranger.' })
  description: string | null;

  @Field(() => Date, { nullable: true, description: 'When it was last asked; null while it has not been.' })
  askedAt: Date | null;

  @Field(() => Date, { nullable: true, description: 'Since when it has not answered; null while it does.' })
  silentSince: Date | null;
}

@ObjectType({ description: 'What a team says of having used a resource.' })
export class ResourceUse {
  @Field(() => ID, { description: 'Name it to report it.' })
  id: string;

  @Field(() => ResourceTeam, { description: 'The team that used it.' })
  team: ResourceTeam;

  @Field(() => Int, { description: 'The year in which it did.' })
  year: number;

  @Field(() => String, { description: 'Where and for what.' })
  context: string;

  @Field(() => String, { description: 'What came of it.' })
  result: string;

  @Field(() => Date, { description: 'When this was last changed.' })
  updatedAt: Date;

  @Field(() => Boolean, { description: 'Whether you speak for that team.' })
  isOurs: boolean;
}

@ObjectType({ description: 'The word of one seat of a district for a resource.' })
export class ResourceEndorsement {
  @Field(() => ResourceTeam, { description: 'Whose seat it is: always a district that did not make the resource.' })
  team: ResourceTeam;

  @Field(() => SeatRoleName, { description: 'Superintendent, board president, or union or association leader.' })
  role: string;

  @Field(() => EndorsingSide, { description: 'The side of the table that the seat stands for.' })
  side: string;

  @Field(() => String, { nullable: true, description: 'Who sat there and gave it; null when they have left Accord.' })
  by: string | null;

  @Field(() => Boolean, { description: 'Whether they still sit there. The word stays the seat’s either way, until its holder takes it back.' })
  sitsThere: boolean;

  @Field(() => Int, { description: 'The version that was endorsed. Where it is a former one, the seat has not said so of the present one.' })
  version: number;

  @Field(() => Date, { description: 'When it was given.' })
  at: Date;
}

@ObjectType({ description: 'How many teams had said by the end of a month that they use a resource.' })
export class UseMonth {
  @Field(() => String, { description: 'The month, such as 2026-03.' })
  month: string;

  @Field(() => Int, { description: 'Teams that found it useful, said how they used it, or endorsed it; each counted once.' })
  teams: number;
}

@ObjectType({ description: 'A seat of yours that may endorse a resource.' })
export class EndorsingSeat {
  @Field(() => ID, { description: 'Name it to endorse, where you hold several.' })
  seatId: string;

  @Field(() => SeatRoleName, { description: 'In which of the three leading places of a district you sit.' })
  role: string;

  @Field(() => Int, { nullable: true, description: 'The version it endorses; null when it does not.' })
  endorses: number | null;
}

@ObjectType({ description: 'What stands beside a resource on its own page: its history, who made it, and what others say of it.' })
export class ResourceRecord {
  @Field(() => [CoAuthor], { description: 'Who is named beside its team; for those it concerns, also who has been asked.' })
  coAuthors: CoAuthor[];

  @Field(() => LinkMirror, { nullable: true, description: 'What the page of a link says of itself; null for files and texts.' })
  link: LinkMirror | null;

  @Field(() => [ResourceVersion], { description: 'Former versions, the latest first, at most a hundred.' })
  versions: ResourceVersion[];

  @Field(() => ResourceName, { nullable: true, description: 'What has taken its place, as far as you may read it.' })
  supersededBy: ResourceName | null;

  @Field(() => [ResourceName], { description: 'What it has taken the place of, as far as you may read it.' })
  supersedes: ResourceName[];

  @Field(() => [ResourceUse], { description: 'What teams say of having used it, the latest year first, at most a hundred.' })
  uses: ResourceUse[];

  @Field(() => [ResourceEndorsement], { description: 'Who endorses it, by district.' })
  endorsements: ResourceEndorsement[];

  @Field(() => [UseMonth], { description: 'How its use grew, month by month, at most two years back.' })
  months: UseMonth[];

  @Field(() => [EndorsingSeat], { description: 'Your own seats that may endorse it.' })
  mySeats: EndorsingSeat[];

  @Field(() => Boolean, { description: 'You speak for another team, which may say how it used this.' })
  mayAttest: boolean;

  @Field(() => ResourceUse, { nullable: true, description: 'What your own team has said of using it.' })
  ourUse: ResourceUse | null;
}
