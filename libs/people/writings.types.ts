import { Field, ID, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '@app/platform/graphql';

@ObjectType('WrittenPiece', { description: 'Something that you wrote. It stays yours to read when you have left the seat in which you wrote it.' })
export class WrittenPieceType {
  @Field(() => ID, { description: 'Of the letter, resource or practice itself.' })
  id: string;

  @Field(() => String, { description: 'What it is in a word or two, such as "Letter".' })
  kind: string;

  @Field(() => String, { description: 'What it or its conversation is called.' })
  title: string;

  @Field(() => String, { description: 'Your words as you typed them, in the small markdown of letters.' })
  body: string;

  @Field(() => String, { description: 'In whose name you wrote it.' })
  organization: string;

  @Field(() => Date, { description: 'When you wrote it.' })
  at: Date;

  @Field(() => String, { nullable: true, description: 'The page on which it stands; null when that is no longer open to you.' })
  path: string | null;
}

@ObjectType({ description: 'A page of your own words.' })
export class WritingConnection extends connectionOf(WrittenPieceType, 'pieces') {}
