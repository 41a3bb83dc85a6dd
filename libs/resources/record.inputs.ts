import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsBoolean, IsInt, IsOptional, Max, Min } from 'class-validator';
import { Id, Lines, LocalDate, MutationInput } from '@app/platform/graphql';
import { FIRST_YEAR, USE_MAX } from './contract/limits.js';

@InputType({ isAbstract: true })
abstract class OfResource extends MutationInput {
  @Id('The resource')
  @Field(() => ID, { description: 'The resource: the last part of `/library/ID`.' })
  resourceId: string;
}

@InputType({ description: 'Takes a former version away for good, with its file: for what should never have been in it.' })
export class RemoveResourceVersionInput extends OfResource {
  @IsInt() @Min(1) @Max(1_000_000)
  @Field(() => Int, { description: 'The number of the former version.' })
  number: number;
}

@InputType({ description: 'What has taken the place of something your team shared.' })
export class SupersedeResourceInput extends OfResource {
  @IsOptional() @Id('The other resource')
  @Field(() => ID, { nullable: true, description: 'The resource that follows it; null when nothing does.' })
  byId?: string | null;
}

@InputType({ description: 'Your team has looked at a resource: it still holds.' })
export class ReviewResourceInput extends OfResource {
  @IsOptional()
  @Field(() => LocalDate, { nullable: true, description: 'The day on which to ask again; null for never.' })
  reviewOn?: string | null;
}

@InputType({ description: 'A link that your team has mended is asked again within a minute or two.' })
export class RecheckLinkInput extends OfResource {}

@InputType({ description: 'A question to another team, or to one person of it, whether to be named as co-author.' })
export class AskCoAuthorInput extends OfResource {
  @Id('The organization')
  @Field(() => ID, { description: 'Another organization, for which somebody speaks here.' })
  organizationId: string;

  @IsOptional() @Id('The person')
  @Field(() => ID, { nullable: true, description: 'One person who speaks for that team; left out, the whole team.' })
  personId?: string | null;
}

@InputType({ description: 'Your answer to being named as co-author; later a no takes the name off again.' })
export class AnswerCoAuthorInput extends MutationInput {
  @Id('The question')
  @Field(() => ID, { description: 'Out of `coAuthors` of the resource’s record.' })
  coAuthorId: string;

  @IsBoolean()
  @Field(() => Boolean, { description: 'Whether you agree.' })
  agree: boolean;
}

@InputType({ description: 'Takes a co-author, or a question to one, off something your team shared.' })
export class RemoveCoAuthorInput extends MutationInput {
  @Id('The co-author')
  @Field(() => ID, { description: 'Out of `coAuthors` of the resource’s record.' })
  coAuthorId: string;
}

@InputType({ isAbstract: true })
abstract class ForTeam extends OfResource {
  @IsOptional() @Id('The organization')
  @Field(() => ID, { nullable: true, description: 'The team for which you say it; your first other than its makers’ when left out.' })
  organizationId?: string | null;
}

@InputType({ description: 'How your team used a resource. Said again, it takes the place of what was said before.' })
export class AttestUseInput extends ForTeam {
  @IsInt({ message: 'Give the year as a number.' }) @Min(FIRST_YEAR, { message: `Give a year from ${FIRST_YEAR} on.` }) @Max(2100, { message: 'This year is still to come.' })
  @Field(() => Int, { description: 'The year in which you used it.' })
  year: number;

  @Lines({ max: USE_MAX, name: 'Where you used it' })
  @Field(() => String, { description: `Where and for what, at most ${USE_MAX} characters.` })
  context: string;

  @Lines({ max: USE_MAX, name: 'What came of it' })
  @Field(() => String, { description: `What came of it, at most ${USE_MAX} characters.` })
  result: string;
}

@InputType({ description: 'Takes back what your team said of using a resource.' })
export class RemoveUseInput extends ForTeam {}

@InputType({ isAbstract: true })
abstract class BySeat extends OfResource {
  @IsOptional() @Id('The seat')
  @Field(() => ID, { nullable: true, description: 'The seat that speaks; your first that may when left out.' })
  seatId?: string | null;
}

@InputType({ description: 'Your seat’s word for a resource, in the version that stands now. Twice is once.' })
export class EndorseResourceInput extends BySeat {}

@InputType({ description: 'Takes back your seat’s word, also when somebody who sat there before gave it.' })
export class WithdrawEndorsementInput extends BySeat {}
