import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsEnum, IsOptional, IsUUID, Matches } from 'class-validator';
import { Id, Line, Lines, MutationInput } from '@app/platform/graphql';
import { PrincipleNumbers, TopicSlugs } from '@app/framework';
import { MaterialReaders, TeamStatus } from './conferences.types.js';

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/;
const Moment = (name: string): PropertyDecorator => Matches(MOMENT, { message: `${name} needs a day and a time, such as 2027-03-04T09:00.` }) as PropertyDecorator;

@InputType({ description: 'Announces a conference. Your own organization leads it.' })
export class OpenConferenceInput extends MutationInput {
  @Line({ min: 4, max: 160, name: 'The title' })
  @Field(() => String, { description: 'What it is announced as.' })
  title: string;

  @Line({ max: 80, name: 'The city' })
  @Field(() => String, { description: 'Where it takes place.' })
  city: string;

  @IsOptional()
  @Matches(/^[A-Z]{2}$/, { message: 'A state has two capital letters, such as MN.' })
  @Field(() => String, { nullable: true, description: 'Two letters.' })
  state?: string | null;

  @Line({ max: 64, name: 'The zone' })
  @Field(() => String, { description: 'The zone of its clocks, as IANA names it: America/Chicago.' })
  zone: string;

  @Moment('The opening')
  @Field(() => String, { description: 'Day and time of the opening on the clocks there: 2027-03-04T09:00.' })
  starts: string;

  @Moment('The end')
  @Field(() => String, { description: 'Day and time of the end on the clocks there: 2027-03-05T15:30.' })
  ends: string;

  @IsOptional() @Line({ min: 0, max: 200, name: 'The theme' })
  @Field(() => String, { nullable: true, description: 'What the teams will work on, in a line of at most 200 characters; leave out when the title says it.' })
  theme?: string | null;

  @PrincipleNumbers()
  @Field(() => [Int], { defaultValue: [], description: 'Numbers of the principles that it is about.' })
  principles: number[] = [];

  @TopicSlugs()
  @Field(() => [String], { defaultValue: [], description: 'Slugs of the topics that it is about.' })
  topics: string[] = [];

  @IsOptional() @Lines({ min: 0, max: 4000, name: 'The summary' })
  @Field(() => String, { nullable: true, description: 'What it is about and for whom.' })
  summary?: string | null;

  @IsArray() @ArrayMaxSize(20, { message: 'At most 20 co-sponsors.' }) @IsUUID('all', { each: true, message: 'A co-sponsor is not in the list. Choose it again.' })
  @Field(() => [ID], { defaultValue: [], description: 'The organizations that decide with yours.' })
  coSponsorIds: string[] = [];
}

@InputType({ description: 'Says what a conference is about, in the words of the framework. What you send replaces what was there.' })
export class TagConferenceInput extends MutationInput {
  @Id('The conference')
  @Field(() => ID, { description: 'A conference that you run.' })
  conferenceId: string;

  @PrincipleNumbers()
  @Field(() => [Int], { description: '1 to 10, each once; an empty list takes all away.' })
  principles: number[];

  @TopicSlugs()
  @Field(() => [String], { description: 'Slugs such as `evaluation`, each once; an empty list takes all away.' })
  topics: string[];
}

@InputType({ description: 'Invites teams, or notes what became of their invitation.' })
export class MarkTeamsInput extends MutationInput {
  @Id('The conference')
  @Field(() => ID, { description: 'A conference that you run.' })
  conferenceId: string;

  @IsArray() @ArrayMinSize(1, { message: 'Choose at least one team.' }) @ArrayMaxSize(100, { message: 'At most 100 teams at once.' }) @IsUUID('all', { each: true, message: 'A team is not in the list. Choose it again.' })
  @Field(() => [ID], { description: 'The districts or state teams.' })
  organizationIds: string[];

  @IsEnum(TeamStatus, { message: 'A team is invited, attending or declined.' })
  @Field(() => TeamStatus, { description: 'What they are from now on.' })
  status: TeamStatus;

  @IsOptional() @IsBoolean()
  @Field(() => Boolean, { nullable: true, description: 'Whether they present there; left out, it stays as it is.' })
  presenting?: boolean | null;
}

@InputType({ description: 'Adds something that was handed out.' })
export class AddMaterialInput extends MutationInput {
  @Id('The conference')
  @Field(() => ID, { description: 'A conference that you run.' })
  conferenceId: string;

  @Line({ min: 2, max: 200, name: 'The title' })
  @Field(() => String, { description: 'What it is called.' })
  title: string;

  @IsOptional() @Line({ min: 0, max: 2000, name: 'The link' })
  @Field(() => String, { nullable: true, description: 'A path of this web app, such as `/library/…`, or an https address; needed without `resourceId`.' })
  link?: string | null;

  @IsOptional() @Id('The thing in the library')
  @Field(() => ID, { nullable: true, description: 'Something in the library that a team of the conference or an organization behind it has shared: one of `possibleMaterials`.' })
  resourceId?: string | null;

  @IsOptional() @Id('The team')
  @Field(() => ID, { nullable: true, description: 'The presenting team that showed it.' })
  teamId?: string | null;

  @IsOptional() @Line({ min: 0, max: 300, name: 'The note' })
  @Field(() => String, { nullable: true, description: 'What it is good for, in a line.' })
  note?: string | null;

  @IsEnum(MaterialReaders, { message: 'Choose who may see it: everyone, members or attendees.' })
  @Field(() => MaterialReaders, { defaultValue: MaterialReaders.attendees, description: 'Who may see it.' })
  readers: MaterialReaders = MaterialReaders.attendees;
}

@InputType({ description: 'Takes a material out again.' })
export class RemoveMaterialInput extends MutationInput {
  @Id('The material')
  @Field(() => ID, { description: 'A material of a conference that you run.' })
  materialId: string;
}

@InputType({ description: 'Ends a conference now. Its follow-up is counted from this moment.' })
export class CloseConferenceInput extends MutationInput {
  @Id('The conference')
  @Field(() => ID, { description: 'A conference that you run and that has opened.' })
  conferenceId: string;
}
