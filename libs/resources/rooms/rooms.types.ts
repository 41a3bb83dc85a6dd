import { Field, Float, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { Id, Line, MutationInput, resultOf } from '@app/platform/graphql';
import { ResourceTeam } from '../resources.types.js';

@ObjectType({ description: 'How much room the files of a district or organization have, and how much of it is used.' })
export class FileRoomState {
  @Field(() => Float, { description: 'Bytes in use, files on their way among them.' })
  usedBytes: number;

  @Field(() => Float, { description: 'Bytes that its files may take.' })
  limitBytes: number;
}

@ObjectType({ description: 'The room of one district or organization, as stewards see it.' })
export class FileRoomOf extends FileRoomState {
  @Field(() => ResourceTeam, { description: 'Whose files these are.' })
  organization: ResourceTeam;

  @Field(() => Int, { nullable: true, description: 'Megabytes that a steward has given it; null where the usual holds.' })
  megabytes: number | null;

  @Field(() => String, { nullable: true, description: 'Why, as the steward said; null where nobody has ever changed it.' })
  reason: string | null;

  @Field(() => String, { nullable: true, description: 'Who changed it last; null where nobody has, or they have left Accord.' })
  setBy: string | null;

  @Field(() => Date, { nullable: true, description: 'When it was changed last; null where nobody has.' })
  setAt: Date | null;
}

@InputType({ description: 'Room of its own for the files of a district or organization.' })
export class SetFileRoomInput extends MutationInput {
  @Id('The organization')
  @Field(() => ID, { description: 'Whose files get the room.' })
  organizationId: string;

  @IsOptional() @IsInt({ message: 'How many megabytes is a whole number.' }) @Min(1, { message: 'One megabyte is the least.' }) @Max(10_000_000, { message: 'At most 10,000,000 megabytes.' })
  @Field(() => Int, { nullable: true, description: 'Megabytes; null for as many as are usual.' })
  megabytes?: number | null;

  @Line({ max: 300, name: 'The reason' })
  @Field(() => String, { description: 'Why, in a line; it stays on record with your name.' })
  reason: string;
}

export const FileRoomResult = resultOf('FileRoomResult', FileRoomOf, 'The room as it is now, or why it was not changed.');
