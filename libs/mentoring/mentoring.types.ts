import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { connectionOf, Id, Lines, MutationInput, PageArgs, resultOf } from '@app/platform/graphql';
import { Person } from '@app/people';
import { PrincipleNumber } from '@app/framework';
import { LikenessType, LikenessWeightInput, LikenessWeights } from '@app/likeness';
import { CAPACITY_MAX, WORDS_MAX } from './contract/limits.js';

export enum MentoringStateName {
  asked = 'asked',
  accepted = 'accepted',
  declined = 'declined',
  withdrawn = 'withdrawn',
  ended = 'ended',
}
registerEnumType(MentoringStateName, {
  name: 'MentoringState',
  description: 'How far two districts have come with each other.',
  valuesMap: {
    asked: { description: 'The mentor has not answered yet.' },
    accepted: { description: 'They work together, and share a private thread.' },
    declined: { description: 'The mentor said no, with a word.' },
    withdrawn: { description: 'The asking team took its ask back before an answer.' },
    ended: { description: 'They have worked together, and one of the two has ended it.' },
  },
});

export enum MentorStanding {
  open = 'open',
  full = 'full',
  asked = 'asked',
  linked = 'linked',
  absent = 'absent',
}
registerEnumType(MentorStanding, {
  name: 'MentorStanding',
  description: 'Whether a presenting district can be asked by yours now.',
  valuesMap: {
    open: { description: 'It has room.' },
    full: { description: 'It mentors as many districts as it said it can.' },
    asked: { description: 'You have asked it and wait for an answer.' },
    linked: { description: 'It mentors you already.' },
    absent: { description: 'Nobody sits there yet: it can be read about and invited, not asked.' },
  },
});

@ObjectType({ description: 'One of the two districts of a link, by name.' })
export class MentoringTeam {
  @Field(() => ID, { description: 'The same as of the district itself.' })
  id: string;

  @Field(() => String, { description: 'What it is called today.' })
  name: string;

  @Field(() => String, { description: 'Its place in addresses: `/districts/SLUG`.' })
  slug: string;

  @Field(() => String, { nullable: true, description: 'Two letters for its state; null where the source has none.' })
  state: string | null;
}

@ObjectType({ description: 'What you may do about a presenting district; the web shows only this.' })
export class MentorRights {
  @Field(() => Boolean, { description: 'You speak for a district that has no open link with this one, somebody sits there, and it has room.' })
  ask: boolean;
}

@ObjectType({ description: 'A presenting district as a possible mentor of yours.' })
export class Mentor {
  @Field(() => ID, { description: 'The id of the district; name it to ask.' })
  id: string;

  @Field(() => String, { description: 'What it is called today.' })
  name: string;

  @Field(() => String, { description: 'Its place in addresses: `/districts/SLUG`.' })
  slug: string;

  @Field(() => String, { nullable: true, description: 'Two letters for its state; null where the source has none.' })
  state: string | null;

  @Field(() => String, { nullable: true, description: 'Where its office is; null when unknown.' })
  city: string | null;

  @Field(() => Int, { nullable: true, description: 'How many students; null when unknown. Always shown with `enrollmentSource`.' })
  enrollment: number | null;

  @Field(() => String, { nullable: true, description: 'Where the number of students comes from, with its school year.' })
  enrollmentSource: string | null;

  @Field(() => [Int], { description: 'The numbers of the principles under which it has a practice on record.' })
  principles: number[];

  @Field(() => [String], { description: 'Why it stands where it does in the list, each a part of one sentence: "about your size", "size unknown". Empty when you speak for no district.' })
  reasons: string[];

  @Field(() => LikenessType, { nullable: true, description: 'How alike it is to your district, with the whole reckoning; null when you speak for no district.' })
  likeness: LikenessType | null;

  @Field(() => Int, { description: 'How many more districts it can take now.' })
  capacityLeft: number;

  @Field(() => MentorStanding, { description: 'Whether it can be asked by your district now, and if not, why.' })
  standing: MentorStanding;

  @Field(() => ID, { nullable: true, description: 'Your open link with it; null when there is none.' })
  linkId: string | null;

  @Field(() => MentorRights, { description: 'What you may do about it.' })
  viewerCan: MentorRights;
}

@ObjectType({ description: 'A page of presenting districts, those most like yours first.' })
export class MentorConnection extends connectionOf(Mentor, 'presenting districts') {}

@ObjectType({ description: 'What you may do for your own district here.' })
export class MentoringDeskRights {
  @Field(() => Boolean, { description: 'You are one of the three who sign for a presenting district, and may say how many districts it takes on.' })
  setCapacity: boolean;
}

@ObjectType({ description: 'Your own district on the mentoring page.' })
export class MentoringDesk {
  @Field(() => MentoringTeam, { description: 'For which district you ask and answer here.' })
  team: MentoringTeam;

  @Field(() => Boolean, { description: 'Whether it presents, and so may be asked itself.' })
  isMentor: boolean;

  @Field(() => Int, { description: 'How many districts it said it takes on at once.' })
  capacity: number;

  @Field(() => Int, { description: 'How many it mentors now.' })
  taken: number;

  @Field(() => MentoringDeskRights, { description: 'What you may do for it.' })
  viewerCan: MentoringDeskRights;
}

@ObjectType({ description: 'What you may do with a link; the web shows only this.' })
export class MentoringLinkRights {
  @Field(() => Boolean, { description: 'You speak for the mentor and it has not answered.' })
  accept: boolean;

  @Field(() => Boolean, { description: 'You speak for the mentor and it has not answered.' })
  decline: boolean;

  @Field(() => Boolean, { description: 'You speak for the asking team and it waits for an answer.' })
  withdraw: boolean;

  @Field(() => Boolean, { description: 'You speak for one of the two and they work together.' })
  end: boolean;
}

@ObjectType('MentoringLink', { description: 'One district’s ask to another and what became of it. Only those who speak for one of the two can read it.' })
export class MentoringLinkType {
  @Field(() => ID, { description: 'Its place in addresses: `/mentoring/ID`.' })
  id: string;

  @Field(() => MentoringTeam, { description: 'The presenting district that was asked.' })
  mentor: MentoringTeam;

  @Field(() => MentoringTeam, { description: 'The district that asked.' })
  mentee: MentoringTeam;

  @Field(() => Boolean, { description: 'Whether you stand on the mentor’s side of it.' })
  viewerIsMentor: boolean;

  @Field(() => Int, { nullable: true, description: 'The number of the principle it is about; null when the asking team did not narrow it down.' })
  principle: number | null;

  @Field(() => MentoringStateName, { description: 'How far they have come.' })
  state: MentoringStateName;

  @Field(() => String, { description: 'The asking team’s short letter, as plain text.' })
  words: string;

  @Field(() => Person, { nullable: true, description: 'Who wrote it; null when they have left Accord.' })
  askedBy: Person | null;

  @Field(() => String, { nullable: true, description: 'The mentor’s word to its answer; null while there is none.' })
  answerWords: string | null;

  @Field(() => Person, { nullable: true, description: 'Who answered; null while nobody has, or when they have left Accord.' })
  answeredBy: Person | null;

  @Field(() => ID, { nullable: true, description: 'The private thread of both teams; null until the mentor accepts.' })
  threadId: string | null;

  @Field(() => Date, { description: 'When it was asked.' })
  createdAt: Date;

  @Field(() => Date, { nullable: true, description: 'When the mentor answered; null while it has not.' })
  answeredAt: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it was taken back or ended; null while neither.' })
  endedAt: Date | null;

  @Field(() => Boolean, { description: 'You belong to the asking team, and nobody of it has seen the answer yet.' })
  answerIsNew: boolean;

  @Field(() => Int, { description: 'How many more districts the mentor can take now.' })
  capacityLeft: number;

  @Field(() => MentoringLinkRights, { description: 'What you may do with it.' })
  viewerCan: MentoringLinkRights;
}

@ObjectType({ description: 'A page of links, the latest ask first.' })
export class MentoringLinkConnection extends connectionOf(MentoringLinkType, 'links') {}

@ArgsType()
export class MentorsArgs extends PageArgs {
  @IsOptional() @PrincipleNumber()
  @Field(() => Int, { nullable: true, description: 'The number of the principle you want help with: those who have done it come first.' })
  principle?: number | null;

  @IsOptional() @LikenessWeights()
  @Field(() => [LikenessWeightInput], { nullable: true, description: 'What matters to you; what is left out counts as the stewards have set it for all.' })
  weights?: LikenessWeightInput[] | null;

  @IsOptional() @Id('The district')
  @Field(() => ID, { nullable: true, description: 'For which of your districts, when you hold seats in several.' })
  organizationId?: string | null;
}

@ArgsType()
export class MentoringLinksArgs extends PageArgs {
  @IsOptional()
  @Field(() => MentoringStateName, { nullable: true, description: 'Only links in this state.' })
  state?: MentoringStateName | null;
}

@InputType({ description: 'A team’s ask to a presenting district.' })
export class AskForMentoringInput extends MutationInput {
  @Id('The mentor')
  @Field(() => ID, { description: 'The presenting district.' })
  mentorId: string;

  @Lines({ max: WORDS_MAX, name: 'Your letter' })
  @Field(() => String, { description: 'What you want to learn and where you stand, in two lines: at most 600 characters of plain text.' })
  words: string;

  @IsOptional() @PrincipleNumber()
  @Field(() => Int, { nullable: true, description: 'The number of the principle it is about.' })
  principle?: number | null;

  @IsOptional() @Id('The district')
  @Field(() => ID, { nullable: true, description: 'For which of your districts you ask, when you hold seats in several.' })
  organizationId?: string | null;
}

@InputType({ description: 'A mentor’s answer with a word.' })
export class AcceptMentoringInput extends MutationInput {
  @Id('The link')
  @Field(() => ID, { description: 'Which ask.' })
  linkId: string;

  @Lines({ max: WORDS_MAX, name: 'Your word' })
  @Field(() => String, { description: 'The first letter to them: at most 600 characters of plain text.' })
  words: string;
}

@InputType({ description: 'A mentor’s no with a word.' })
export class DeclineMentoringInput extends MutationInput {
  @Id('The link')
  @Field(() => ID, { description: 'Which ask.' })
  linkId: string;

  @Lines({ max: WORDS_MAX, name: 'Your word' })
  @Field(() => String, { description: 'Why not now, or who could help instead: at most 600 characters of plain text.' })
  words: string;
}

@InputType({ description: 'Taking an ask back.' })
export class WithdrawMentoringInput extends MutationInput {
  @Id('The link')
  @Field(() => ID, { description: 'Which ask.' })
  linkId: string;
}

@InputType({ description: 'Ending a link.' })
export class EndMentoringInput extends MutationInput {
  @Id('The link')
  @Field(() => ID, { description: 'An accepted mentoring that one of your districts is part of.' })
  linkId: string;
}

@InputType({ description: 'Having seen a mentor’s answer.' })
export class SeeMentoringAnswerInput extends MutationInput {
  @Id('The link')
  @Field(() => ID, { description: 'An ask of your own district that has been answered.' })
  linkId: string;
}

@InputType({ description: 'How many districts a presenting district takes on.' })
export class SetMentorCapacityInput extends MutationInput {
  @Id('The district')
  @Field(() => ID, { description: 'The presenting district you sign for.' })
  organizationId: string;

  @IsInt({ message: 'Give a whole number.' }) @Min(0, { message: 'The number cannot be below 0.' }) @Max(CAPACITY_MAX, { message: `The number cannot be above ${CAPACITY_MAX}.` })
  @Field(() => Int, { description: 'From 0, which means nobody for now, to 50. Links that there are already stay.' })
  capacity: number;
}

export const AskForMentoringResult = resultOf('AskForMentoringResult', MentoringLinkType, 'The link as it stands, or why it could not be asked.');
export const AcceptMentoringResult = resultOf('AcceptMentoringResult', MentoringLinkType, 'The link with its thread, or why it could not be accepted.');
export const DeclineMentoringResult = resultOf('DeclineMentoringResult', MentoringLinkType, 'The declined link, or why it could not be declined.');
export const WithdrawMentoringResult = resultOf('WithdrawMentoringResult', MentoringLinkType, 'The link as it was taken back, or why it could not be.');
export const EndMentoringResult = resultOf('EndMentoringResult', MentoringLinkType, 'The ended link, or why it could not be ended.');
export const SeeMentoringAnswerResult = resultOf('SeeMentoringAnswerResult', MentoringLinkType, 'The link, or that it is not yours.');
export const SetMentorCapacityResult = resultOf('SetMentorCapacityResult', MentoringDesk, 'Your district with its new number, or why it could not be set.');
