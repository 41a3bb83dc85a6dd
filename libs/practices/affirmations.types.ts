import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { Id, Lines, MutationInput } from '@app/platform/graphql';
import { JointActType } from '@app/signatures';
import { LIMITS } from './contract/limits.js';

@ObjectType({ description: 'The joint acts by which a district vouches for a practice.' })
export class PracticeActsType {
  @Field(() => JointActType, { nullable: true, description: 'What all required seats have signed of the practice as it is; null while they have not, and where it is not for you.' })
  standing: JointActType | null;

  @Field(() => JointActType, { nullable: true, description: 'What waits for signatures; null when nothing does, and for whoever is not of the team.' })
  open: JointActType | null;
}

@InputType({ isAbstract: true })
abstract class OfPractice extends MutationInput {
  @Id('The practice')
  @Field(() => ID, { description: 'The one that is meant, by its id.' })
  practiceId: string;
}

@InputType({ description: 'A practice of your district that its seats are to sign as it is.' })
export class AskToAffirmInput extends OfPractice {}

@InputType({ description: 'A practice that your district does no more.' })
export class LapsePracticeInput extends OfPractice {
  @Lines({ min: 20, max: LIMITS.reason, name: 'The reason' })
  @Field(() => String, { description: 'Why it ended, for others to learn from; 20 to 600 characters.' })
  reason: string;

  @IsOptional() @IsInt({ message: 'Give the year in four digits.' }) @Min(1900, { message: 'Give the year in four digits.' }) @Max(2100, { message: 'Give the year in four digits.' })
  @Field(() => Int, { nullable: true, description: 'The year in which it ended; leave out when that is hard to say.' })
  endYear?: number | null;
}

@InputType({ description: 'A practice that you approve for a co-sponsor.' })
export class ApprovePracticeInput extends OfPractice {
  @IsOptional() @Id('The co-sponsor')
  @Field(() => ID, { nullable: true, description: 'For which co-sponsor; needed only by those who speak for several.' })
  organizationId?: string | null;
}

@InputType({ description: 'A practice from which your co-sponsor takes its approval back.' })
export class WithdrawApprovalInput extends OfPractice {
  @Lines({ min: 20, max: LIMITS.reason, name: 'The reason' })
  @Field(() => String, { description: 'Why, for the district and its readers; 20 to 600 characters.' })
  reason: string;

  @IsOptional() @Id('The co-sponsor')
  @Field(() => ID, { nullable: true, description: 'Which co-sponsor; needed only by those who speak for several.' })
  organizationId?: string | null;
}
