import { Field, Int, ObjectType } from '@nestjs/graphql';

@ObjectType('Principle', { description: 'One of the ten principles in action: a field in which labor, management and the board can work together. Practices, resources, threads and mentors are tagged with its number.' })
export class PrincipleType {
  @Field(() => Int, { description: 'From 1 to 10; what everything is tagged with.' })
  number: number;

  @Field(() => String, { description: 'Its place in addresses, such as `teacher-evaluation`.' })
  slug: string;

  @Field(() => String, { description: 'Its whole name, as a heading.' })
  name: string;

  @Field(() => String, { description: 'Two or three words, for tags and the heads of rows.' })
  shortName: string;

  @Field(() => String, { description: 'What falls under it, in one or two sentences.' })
  summary: string;
}

@ObjectType('Tenet', { description: 'One of the fifteen conditions for student success on which the co-sponsors of the first conference agreed.' })
export class TenetType {
  @Field(() => Int, { description: 'From 1 to 15, in the order of the founding document.' })
  number: number;

  @Field(() => String, { description: 'Its place in addresses, such as `high-expectations`.' })
  slug: string;

  @Field(() => String, { description: 'The condition in a few words.' })
  name: string;

  @Field(() => String, { description: 'The condition in one sentence.' })
  summary: string;
}

@ObjectType('Topic', { description: 'One of the subjects on which district teams pledge to work together.' })
export class TopicType {
  @Field(() => String, { description: 'Its key, such as `hiring`; what resources and threads are tagged with.' })
  slug: string;

  @Field(() => String, { description: 'The subject in a few words.' })
  name: string;

  @Field(() => String, { description: 'What it covers, in one sentence.' })
  summary: string;
}

@ObjectType('Purpose', { description: 'Why this community exists: the document everything else follows from.' })
export class PurposeType {
  @Field(() => String, { description: 'The heading of the document.' })
  title: string;

  @Field(() => String, { description: 'The purpose in one or two sentences.' })
  lead: string;

  @Field(() => [String], { description: 'The text, paragraph by paragraph, without markup.' })
  paragraphs: string[];

  @Field(() => String, { description: 'Where the thoughts come from and whose words these are.' })
  sourceNote: string;
}
