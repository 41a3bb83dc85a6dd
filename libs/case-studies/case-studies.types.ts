import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { ArrayMaxSize, IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import { connectionOf, Id, Line, Lines, MutationInput, PageArgs, resultOf } from '@app/platform/graphql';
import { Person } from '@app/people';
import { PrincipleNumber, PrincipleNumbers } from '@app/framework';
import { PART_LIMITS } from './contract/limits.js';
import { CaseStudyApproval, CaseStudyConference, CaseStudyNext, CaseStudyOut, CaseStudyParty, CaseStudyStateName, CaseStudyUnapproval, FormerCaseStudy } from './case-study-parts.types.js';

@ObjectType('CaseStudy', { description: 'How one district came to work as it does: context, process, tools, outcomes, and above all how.' })
export class CaseStudyType {
  @Field(() => ID, { description: 'Stays the same; threads are opened on it.' })
  id: string;

  @Field(() => String, { description: 'Its place in addresses.' })
  slug: string;

  @Field(() => String, { description: 'What it is called.' })
  title: string;

  @Field(() => [Int], { description: 'The numbers of the principles it tells of, three at most.' })
  principles: number[];

  @Field(() => CaseStudyStateName, { description: 'How far it has come.' })
  state: `${CaseStudyStateName}`;

  @Field(() => String, { description: 'Who they are and what it was like before; empty while nobody has written it.' })
  context: string;

  @Field(() => String, { description: 'What was done, in which order, by whom; empty while nobody has written it.' })
  process: string;

  @Field(() => String, { description: 'Forms, schedules, contract language, with links; empty while nobody has written it.' })
  tools: string;

  @Field(() => String, { description: 'What came of it, with sources; empty while nobody has written it.' })
  outcomes: string;

  @Field(() => String, { description: 'How it came about: who had to be won over, what was hard, what failed; empty while nobody has written it.' })
  how: string;

  @Field(() => Int, { description: 'Send it back when you write: if it has changed by then, another window was faster.' })
  revision: number;

  @Field(() => CaseStudyParty, { description: 'Whom it is about.' })
  district: CaseStudyParty;

  @Field(() => CaseStudyParty, { description: 'Who asked for it: the district itself, or a co-sponsor.' })
  assigner: CaseStudyParty;

  @Field(() => Person, { nullable: true, description: 'Who writes or wrote it; null once they have left Accord, and for visitors.' })
  writer: Person | null;

  @Field(() => CaseStudyConference, { nullable: true, description: 'The conference whose materials its first draft was made of; null without one.' })
  conference: CaseStudyConference | null;

  @Field(() => Int, { description: 'Which version it is; counts up when a new one takes the place of the one that was out.' })
  version: number;

  @Field(() => CaseStudyOut, { nullable: true, description: 'What it is to be the next version of; null for one that stands for itself.' })
  revises: CaseStudyOut | null;

  @Field(() => CaseStudyNext, { nullable: true, description: 'The next version while it is under way, for those who have a part in it.' })
  next: CaseStudyNext | null;

  @Field(() => [FormerCaseStudy], { description: 'The versions that were out before, the latest first.' })
  former: FormerCaseStudy[];

  @Field(() => [CaseStudyApproval], { description: 'Which co-sponsors have approved it.' })
  approvals: CaseStudyApproval[];

  @Field(() => [CaseStudyUnapproval], { description: 'Which co-sponsors have taken their approval back, with the reason.' })
  unapprovals: CaseStudyUnapproval[];

  @Field(() => Date, { description: 'When it last changed.' })
  changedAt: Date;

  @Field(() => Date, { nullable: true, description: 'When the last required seat signed; null while not all have.' })
  confirmedAt: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it came out; null before.' })
  publishedAt: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it was retired; null while it was not.' })
  retiredAt: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was retired; null while it was not.' })
  retireReason: string | null;

  @Field(() => String, { nullable: true, description: 'What the district wants changed; null unless it has sent the draft back.' })
  returnedWords: string | null;

  @Field(() => String, { nullable: true, description: 'Why a steward has hidden it; only its writer still sees it then.' })
  hiddenReason: string | null;
}

@ObjectType({ description: 'A page of case studies.' })
export class CaseStudyConnection extends connectionOf(CaseStudyType, 'case studies') {}

@ArgsType()
export class CaseStudiesArgs extends PageArgs {
  @IsOptional() @Line({ min: 0, max: 120, name: 'The district' })
  @Field(() => String, { nullable: true, description: 'Only those of the district with this slug.' })
  district?: string | null;

  @IsOptional() @PrincipleNumber()
  @Field(() => Int, { nullable: true, description: 'Only those that tell of the principle with this number.' })
  principle?: number | null;
}

const TITLE = { min: 4, max: 140, name: 'The title' };
const MOST_PRINCIPLES = 3;

@InputType({ description: 'A case study that you want written.' })
export class AssignCaseStudyInput extends MutationInput {
  @Id('The district')
  @Field(() => ID, { description: 'Whom it is about.' })
  districtId: string;

  @Id('The writer')
  @Field(() => ID, { description: 'Who is to write it: somebody who holds a seat.' })
  writerId: string;

  @Line(TITLE)
  @Field(() => String, { description: 'What it is to be called; the writer may change it.' })
  title: string;

  @PrincipleNumbers() @ArrayMaxSize(MOST_PRINCIPLES, { message: 'At most three principles.' })
  @Field(() => [Int], { description: 'The principles it is to tell of, three at most.' })
  principles: number[];

  @IsOptional() @Id('The organization')
  @Field(() => ID, { nullable: true, description: 'For whom you ask; needed only by those who speak for several.' })
  organizationId?: string | null;

  @IsOptional() @Id('The conference')
  @Field(() => ID, { nullable: true, description: 'A conference at which the district showed it; its materials and notes become the first draft.' })
  conferenceId?: string | null;

  @IsOptional() @ArrayMaxSize(20, { message: 'At most 20 materials.' }) @Matches(/^[0-9a-f-]{36}$/i, { each: true, message: 'Choose the materials from the list.' })
  @Field(() => [ID], { nullable: true, description: 'Which of its materials; those of the district itself when left out.' })
  materialIds?: string[] | null;

  @IsOptional() @ArrayMaxSize(100, { message: 'At most 100 notes.' }) @Matches(/^[0-9a-f-]{36}$/i, { each: true, message: 'Choose the notes from the list.' })
  @Field(() => [ID], { nullable: true, description: 'Which of the notes on what the district showed; all that you may read when left out.' })
  noteIds?: string[] | null;
}

@InputType({ isAbstract: true })
abstract class OfCaseStudy extends MutationInput {
  @Id('The case study')
  @Field(() => ID, { description: 'The one that is meant, by its id.' })
  caseStudyId: string;
}

@InputType({ description: 'Somebody else who is to write.' })
export class ReassignCaseStudyInput extends OfCaseStudy {
  @Id('The writer')
  @Field(() => ID, { description: 'Who is to write it now.' })
  writerId: string;
}

@InputType({ description: 'A case study that is out and is to get a new version.' })
export class ReviseCaseStudyInput extends OfCaseStudy {
  @Id('The writer')
  @Field(() => ID, { description: 'Who is to write it.' })
  writerId: string;

  @IsOptional() @Id('The organization')
  @Field(() => ID, { nullable: true, description: 'For whom you ask; needed only by those who speak for several.' })
  organizationId?: string | null;
}

@InputType({ description: 'A case study to be given up.' })
export class CloseCaseStudyInput extends OfCaseStudy {}

@InputType({ description: 'What you have written so far. Parts may still be empty.' })
export class WriteCaseStudyInput extends OfCaseStudy {
  @Line(TITLE)
  @Field(() => String, { description: 'What it is called.' })
  title: string;

  @PrincipleNumbers() @ArrayMaxSize(MOST_PRINCIPLES, { message: 'At most three principles.' })
  @Field(() => [Int], { description: 'The principles it tells of, three at most.' })
  principles: number[];

  @Lines({ min: 0, max: PART_LIMITS.context, name: 'The context' })
  @Field(() => String, { description: 'Who they are and what it was like before; up to 3,000 characters.' })
  context: string;

  @Lines({ min: 0, max: PART_LIMITS.process, name: 'The process' })
  @Field(() => String, { description: 'What was done, in which order, by whom; up to 4,000 characters.' })
  process: string;

  @Lines({ min: 0, max: PART_LIMITS.tools, name: 'The tools' })
  @Field(() => String, { description: 'Forms, schedules, contract language; up to 3,000 characters.' })
  tools: string;

  @Lines({ min: 0, max: PART_LIMITS.outcomes, name: 'The outcomes' })
  @Field(() => String, { description: 'What came of it, with sources; up to 3,000 characters.' })
  outcomes: string;

  @Lines({ min: 0, max: PART_LIMITS.how, name: 'How it came about' })
  @Field(() => String, { description: 'Who had to be won over, what was hard, what failed; up to 6,000 characters.' })
  how: string;

  @IsInt({ message: 'Give the number that came with it.' }) @Min(0, { message: 'The number cannot be below 0.' }) @Max(1_000_000, { message: 'Nothing has changed so often.' })
  @Field(() => Int, { description: 'The `revision` that you had before you.' })
  revision: number;
}

@InputType({ description: 'A case study that is ready for its district.' })
export class OfferCaseStudyInput extends OfCaseStudy {}

@InputType({ description: 'A case study that goes back to its writer.' })
export class SendBackCaseStudyInput extends OfCaseStudy {
  @Lines({ min: 20, max: 600, name: 'What is to be changed' })
  @Field(() => String, { description: 'What is to be changed; 20 to 600 characters.' })
  words: string;
}

@InputType({ description: 'A case study that you approve for a co-sponsor.' })
export class ApproveCaseStudyInput extends OfCaseStudy {
  @IsOptional() @Id('The co-sponsor')
  @Field(() => ID, { nullable: true, description: 'For which co-sponsor; needed only by those who speak for several.' })
  organizationId?: string | null;
}

@InputType({ description: 'A case study from which your co-sponsor takes its approval back.' })
export class UnapproveCaseStudyInput extends OfCaseStudy {
  @Lines({ min: 20, max: 600, name: 'The reason' })
  @Field(() => String, { description: 'Why, for the district and its readers; 20 to 600 characters.' })
  reason: string;

  @IsOptional() @Id('The co-sponsor')
  @Field(() => ID, { nullable: true, description: 'Which co-sponsor; needed only by those who speak for several.' })
  organizationId?: string | null;
}

@InputType({ description: 'A case study that its district no longer stands by.' })
export class RetireCaseStudyInput extends OfCaseStudy {
  @Lines({ min: 20, max: 600, name: 'The reason' })
  @Field(() => String, { description: 'Why, for others to learn from; 20 to 600 characters.' })
  reason: string;
}

export const CaseStudyResult = resultOf('CaseStudyResult', CaseStudyType, 'The case study as it stands now, or why it does not.');
