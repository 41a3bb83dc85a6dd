import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf, LocalDate, resultOf } from '@app/platform/graphql';

export enum SponsorPart {
  lead = 'lead',
  co_sponsor = 'co_sponsor',
  supporter = 'supporter',
}
registerEnumType(SponsorPart, {
  name: 'SponsorPart',
  description: 'How an organization stands behind a conference.',
  valuesMap: {
    lead: { description: 'Does the work of the planning committee and answers for it.' },
    co_sponsor: { description: 'Decides with the others and follows up with its own members.' },
    supporter: { description: 'Helps, for example with money, and decides nothing.' },
  },
});

export enum TeamStatus {
  invited = 'invited',
  attending = 'attending',
  declined = 'declined',
}
registerEnumType(TeamStatus, {
  name: 'TeamStatus',
  description: 'What became of a team’s invitation. Whoever is not attending when it ends was invited and absent.',
  valuesMap: {
    invited: { description: 'Invited; has not said that it comes.' },
    attending: { description: 'Comes, or came.' },
    declined: { description: 'Said that it does not come.' },
  },
});

export enum ConferencePhase {
  before = 'before',
  during = 'during',
  after = 'after',
}
registerEnumType(ConferencePhase, {
  name: 'ConferencePhase',
  description: 'Where a conference stands, and so what its page leads with.',
  valuesMap: {
    before: { description: 'It has not opened yet.' },
    during: { description: 'It has opened and has not been closed.' },
    after: { description: 'It is over; its follow-up runs. Conferences of the past are here too.' },
  },
});

export enum MaterialReaders {
  everyone = 'everyone',
  members = 'members',
  attendees = 'attendees',
}
registerEnumType(MaterialReaders, {
  name: 'MaterialReaders',
  description: 'Who may see a material of a conference.',
  valuesMap: {
    everyone: { description: 'Visitors too.' },
    members: { description: 'Whoever holds a seat in Accord.' },
    attendees: { description: 'The teams that came, and the organizations behind the conference.' },
  },
});

@ObjectType('ConferenceFact', { description: 'Something the sources say of a conference of the past. Figures never stand without their source.' })
export class ConferenceFactType {
  @Field(() => String, { description: 'The fact, in a sentence.' })
  text: string;

  @Field(() => String, { description: 'The document that says it.' })
  source: string;
}

@ObjectType({ description: 'An organization that stands behind a conference.' })
export class ConferenceSponsor {
  @Field(() => ID, { description: 'The co-sponsor, foundation or other body; `slug` leads to its page.' })
  organizationId: string;

  @Field(() => String, { description: 'Its place in addresses: `/organizations/SLUG`.' })
  slug: string;

  @Field(() => String, { description: 'Written out, such as American Federation of Teachers.' })
  name: string;

  @Field(() => String, { nullable: true, description: 'Its short name, such as AFT; null where it has none.' })
  abbreviation: string | null;

  @Field(() => SponsorPart, { description: 'Whether it leads, decides with the others, or supports.' })
  part: `${SponsorPart}`;

  @Field(() => Boolean, { description: 'True where the sources name it by kind only, so that its name is a conclusion.' })
  inferred: boolean;
}

@ObjectType('ConferenceTeam', { description: 'A team that was invited to a conference, and what became of it.' })
export class ConferenceTeamType {
  @Field(() => ID, { description: 'The district or state team.' })
  organizationId: string;

  @Field(() => String, { description: 'Its place in addresses.' })
  slug: string;

  @Field(() => String, { description: 'What it is: `district`, `state_team` …' })
  kind: string;

  @Field(() => String, { description: 'What people call the district or state team; `state` tells namesakes apart.' })
  name: string;

  @Field(() => String, { nullable: true, description: 'Two letters; null where unknown.' })
  state: string | null;

  @Field(() => TeamStatus, { description: 'Whether it comes or came.' })
  status: `${TeamStatus}`;

  @Field(() => Boolean, { description: 'Whether it presents its work there.' })
  presenting: boolean;

  @Field(() => Float, { nullable: true, description: 'North of the equator in degrees, of its office; null when nobody knows, and then it stands in the list only.' })
  latitude: number | null;

  @Field(() => Float, { nullable: true, description: 'East of Greenwich in degrees, of its office.' })
  longitude: number | null;

  @Field(() => Boolean, { description: 'Somebody has taken one of its seats on Accord.' })
  here: boolean;
}

@ObjectType({ description: 'The team that showed a material.' })
export class ConferenceMaterialTeam {
  @Field(() => ID, { description: 'The district or state team.' })
  organizationId: string;

  @Field(() => String, { description: 'Its place in addresses.' })
  slug: string;

  @Field(() => String, { description: 'What it is: `district`, `state_team` …' })
  kind: string;

  @Field(() => String, { description: 'What people call it.' })
  name: string;
}

@ObjectType('ConferenceMaterial', { description: 'Something handed out at a conference.' })
export class ConferenceMaterialType {
  @Field(() => ID, { description: 'Name it to take it out again; it stands at `#material-ID` of the conference’s page.' })
  id: string;

  @Field(() => String, { description: 'What it is called.' })
  title: string;

  @Field(() => String, { description: 'A path of this web app, such as `/library/…`, or an https address.' })
  link: string;

  @Field(() => String, { nullable: true, description: 'What it is good for, in a line.' })
  note: string | null;

  @Field(() => ID, { nullable: true, description: 'The thing in the library that it is; null for a link. It stands here as long as it stands there for the same readers.' })
  resourceId: string | null;

  @Field(() => ConferenceMaterialTeam, { nullable: true, description: 'The team that showed it; null when none did, and for visitors.' })
  team: ConferenceMaterialTeam | null;

  @Field(() => String, { nullable: true, description: 'The organization that added it.' })
  by: string | null;

  @Field(() => Date, { description: 'When it was added.' })
  at: Date;
}

@ObjectType({ description: 'What you may do with a conference; the page shows no more than that.' })
export class ConferenceRights {
  @Field(() => Boolean, { description: 'Invite teams, note who comes, add materials, plan the follow-up.' })
  run: boolean;

  @Field(() => Boolean, { description: 'End it now: it is under way and yours to run.' })
  close: boolean;
}

@ObjectType('Conference', { description: 'A convening of district and state teams by co-sponsors. Its end starts the follow-up: a ladder of dated digests and messages.' })
export class ConferenceType {
  @Field(() => ID, { description: 'Never changes.' })
  id: string;

  @Field(() => String, { description: 'Its place in addresses, such as `denver-2011`.' })
  slug: string;

  @Field(() => String, { description: 'What it was announced as; for one of the past without a title, a description.' })
  title: string;

  @Field(() => String, { description: 'Where it takes place.' })
  city: string;

  @Field(() => String, { nullable: true, description: 'Two letters.' })
  state: string | null;

  @Field(() => String, { description: 'The zone of its clocks, as IANA names it: America/Chicago.' })
  zone: string;

  @Field(() => Date, { nullable: true, description: 'When it opens; null where the hour is not known.' })
  startsAt: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it ends, or ended in fact; null where the hour is not known.' })
  endsAt: Date | null;

  @Field(() => LocalDate, { nullable: true, description: 'Its first day in its own zone; null where unknown.' })
  firstDay: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Its last day in its own zone; null where unknown.' })
  lastDay: string | null;

  @Field(() => Date, { nullable: true, description: 'When it was closed and those who came were written down.' })
  closedAt: Date | null;

  @Field(() => ConferencePhase, { description: 'Before, during or after.' })
  phase: ConferencePhase;

  @Field(() => String, { nullable: true, description: 'What it is about and for whom, in a few sentences.' })
  summary: string | null;

  @Field(() => String, { nullable: true, description: 'What the teams come to work on, in a line under the title; null when none was set.' })
  theme: string | null;

  @Field(() => [Int], { description: 'Numbers of the principles that it is about.' })
  principles: number[];

  @Field(() => [String], { description: 'Slugs of the topics that it is about.' })
  topics: string[];

  @Field(() => [ConferenceFactType], { description: 'What the sources say of a conference of the past; empty for others.' })
  facts: ConferenceFactType[];

  @Field(() => Boolean, { description: 'Whether it took place before Accord and is told from the sources.' })
  history: boolean;

  @Field(() => Boolean, { description: 'Whether it belongs to the demo’s invented story.' })
  invented: boolean;

  @Field(() => [ConferenceSponsor], { description: 'Who stands behind it, the lead first.' })
  sponsors: ConferenceSponsor[];

  @Field(() => [ConferenceTeamType], { description: 'Who was invited and who came; for members only, empty for visitors.' })
  teams: ConferenceTeamType[];

  @Field(() => [ConferenceMaterialType], { description: 'What was handed out, as far as you may see it.' })
  materials: ConferenceMaterialType[];

  @Field(() => Int, { description: 'How many teams come or came, as entered in Accord.' })
  attendingCount: number;

  @Field(() => Int, { description: 'How many teams were invited and do not come.' })
  absentCount: number;

  @Field(() => Int, { nullable: true, description: 'How many persons came; null until it is closed.' })
  peopleCount: number | null;

  @Field(() => ConferenceRights, { description: 'What you may do here.' })
  viewerCan: ConferenceRights;
}

@ObjectType({ description: 'An organization that can be asked to sponsor or to come.' })
export class ConferenceParty {
  @Field(() => ID, { description: 'What to pass on: in `coSponsorIds` when it decides with you, to `markTeams` when it is invited.' })
  id: string;

  @Field(() => String, { description: 'What people call it; many districts share a name, so show `state` beside it.' })
  name: string;

  @Field(() => String, { nullable: true, description: 'Two letters; null where unknown.' })
  state: string | null;
}

@ObjectType({ description: 'Something in the library that can be handed out at a conference.' })
export class ConferenceResourceChoice {
  @Field(() => ID, { description: 'What to pass on as `resourceId`.' })
  id: string;

  @Field(() => String, { description: 'What it is called in the library.' })
  title: string;

  @Field(() => String, { description: 'The team or sponsor that shared it.' })
  by: string;
}

@ObjectType({ description: 'A page of conferences, the latest first.' })
export class ConferenceConnection extends connectionOf(ConferenceType, 'conferences') {}

export const ConferenceResult = resultOf('ConferenceResult', ConferenceType, 'The conference as it stands now, or why nothing changed.');
