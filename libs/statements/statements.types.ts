import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsInt, Max, Min } from 'class-validator';
import { Id, Lines, MutationInput, resultOf } from '@app/platform/graphql';
import { JointActType } from '@app/signatures';
import { STATEMENT_MAX } from './contract/limits.js';

@ObjectType({ description: 'What a team is writing and has not put up for signature. Only the team reads it.' })
export class StatementDraft {
  @Field(() => String, { description: 'Plain text, with empty lines between paragraphs.' })
  text: string;

  @Field(() => String, { nullable: true, description: 'Who wrote it last; null when they have left Accord.' })
  by: string | null;

  @Field(() => Date, { description: 'When it was last changed.' })
  at: Date;
}

@ObjectType({ description: 'What you may do with a district’s statement; the web shows only this.' })
export class StatementRights {
  @Field(() => Boolean, { description: 'You speak for the district, so you may draft and put a text up for its three seats to sign.' })
  draft: boolean;
}

@ObjectType('Statement', { description: 'How a district’s leaders say that they work together. It stands once all three seats have signed it.' })
export class StatementType {
  @Field(() => ID, { description: 'The district’s own id.' })
  organizationId: string;

  @Field(() => String, { description: 'What the district is called today.' })
  organizationName: string;

  @Field(() => JointActType, { nullable: true, description: 'What all three have signed, for everybody; null while they have not.' })
  standing: JointActType | null;

  @Field(() => JointActType, { nullable: true, description: 'What waits for signatures; null when nothing does, and for whoever is not of the team.' })
  open: JointActType | null;

  @Field(() => JointActType, { nullable: true, description: 'What had been signed and was ended by a seat, while nothing else stands; null otherwise.' })
  ended: JointActType | null;

  @Field(() => Date, { nullable: true, description: 'When a steward took down what all three have signed; its team and those who signed still read it. Null while it stands.' })
  takenDownAt: Date | null;

  @Field(() => StatementDraft, { nullable: true, description: 'The team’s draft; null when there is none, and for whoever is not of the team.' })
  draft: StatementDraft | null;

  @Field(() => Int, { description: 'Send it back when you write: if it has changed by then, a colleague was faster. 0 for whoever is not of the team.' })
  revision: number;

  @Field(() => StatementRights, { description: 'What you may do with it.' })
  viewerCan: StatementRights;
}

@InputType({ isAbstract: true })
abstract class StatementTextInput extends MutationInput {
  @Id('The district')
  @Field(() => ID, { description: 'A district that you speak for.' })
  organizationId: string;

  @Lines({ max: STATEMENT_MAX, name: 'The statement' })
  @Field(() => String, { description: 'Plain text, at most 6,000 characters, with empty lines between paragraphs.' })
  text: string;

  @IsInt({ message: 'Give the number that came with the statement.' }) @Min(0, { message: 'The number cannot be below 0.' }) @Max(1_000_000, { message: 'No statement has changed so often.' })
  @Field(() => Int, { description: 'The `revision` that you had before you.' })
  revision: number;
}

@InputType({ description: 'A draft for the team’s own eyes.' })
export class SaveStatementDraftInput extends StatementTextInput {}

@InputType({ description: 'A text for the three seats to sign.' })
export class ProposeStatementInput extends StatementTextInput {}

export const SaveStatementDraftResult = resultOf('SaveStatementDraftResult', StatementType, 'The statement with its draft, or why it was not kept.');
export const ProposeStatementResult = resultOf('ProposeStatementResult', StatementType, 'The statement with what now waits for signatures, or why it was not put up.');
