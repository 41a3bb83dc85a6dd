import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Person } from '@app/people';
import { AnyOrganization } from './organizations.types.js';
import { SeatRoleName } from './vocabulary.types.js';

@ObjectType('Reader', { description: 'Somebody who reads a team’s space, by the place they hold.' })
export class ReaderType {
  @Field(() => Person, { description: 'Who reads.' })
  person: Person;

  @Field(() => SeatRoleName, { description: 'The place by which they read.' })
  role: SeatRoleName;

  @Field(() => String, { nullable: true, description: 'Their title, where it is not the usual one.' })
  title: string | null;

  @Field(() => SeatRoleName, { nullable: true, description: 'For a deputy: the leading seat for which they stand in.' })
  deputyFor: SeatRoleName | null;

  @Field(() => Date, { nullable: true, description: 'For a guest: when their access ends by itself.' })
  until: Date | null;
}

@ObjectType({ description: 'The readers that one team brings.' })
export class TeamReaders {
  @Field(() => ID, { description: 'The team’s organization; the key of this entry.' })
  id: string;

  @Field(() => AnyOrganization, { description: 'Whose team it is.' })
  organization: AnyOrganization;

  @Field(() => Int, { description: 'How many sit in its leading seats.' })
  seats: number;

  @Field(() => Int, { description: 'How many deputies read.' })
  deputies: number;

  @Field(() => Int, { description: 'How many of the staff read.' })
  staff: number;

  @Field(() => Int, { description: 'How many observers read; none where only those who speak do.' })
  observers: number;

  @Field(() => Int, { description: 'How many guests read, those whose date has passed not counted.' })
  guests: number;

  @Field(() => [ReaderType], { description: 'All of them, the leading seats first.' })
  people: ReaderType[];
}
