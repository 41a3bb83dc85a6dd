import { Field, ID, Int, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'Something that a presenting district does, as one line of the printed sheet.' })
export class ProgramPractice {
  @Field(() => String, { description: 'Its place in addresses: `/practices/SLUG`.' })
  slug: string;

  @Field(() => String, { description: 'The practice in a few words.' })
  title: string;

  @Field(() => String, { description: 'What they do.' })
  summary: string;

  @Field(() => Int, { description: 'Under which of the ten it stands, 1 to 10.' })
  principle: number;
}

@ObjectType('ProgramTeam', { description: 'A team that presents at a conference, as the printed program tells of it.' })
export class ProgramTeamType {
  @Field(() => ID, { description: 'The district or state team.' })
  organizationId: string;

  @Field(() => String, { description: 'What people call it.' })
  name: string;

  @Field(() => String, { description: 'Its page, as a path of this web app.' })
  path: string;

  @Field(() => String, { nullable: true, description: 'Two letters; null where unknown.' })
  state: string | null;

  @Field(() => String, { nullable: true, description: 'Where its office is; null when unknown.' })
  city: string | null;

  @Field(() => String, { nullable: true, description: 'What it says of itself; null until somebody has written it.' })
  summary: string | null;

  @Field(() => Int, { nullable: true, description: 'How many students; null when unknown. Always shown with `enrollmentSource`.' })
  enrollment: number | null;

  @Field(() => String, { nullable: true, description: 'Where the number of students comes from, with its school year.' })
  enrollmentSource: string | null;

  @Field(() => [ProgramPractice], { description: 'What it does, as far as you may read it: at most twelve that have not lapsed, by principle.' })
  practices: ProgramPractice[];
}
