import { Field, ID, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '@app/platform/graphql';

@ObjectType({ description: 'One thing that is new for a district.' })
export class DigestEntry {
  @Field(() => String, { description: 'What it is called.' })
  title: string;

  @Field(() => String, { description: 'Its page, as a path of this web app; an https address for what lies elsewhere.' })
  path: string;

  @Field(() => String, { nullable: true, description: 'Who and when, or why it is for them, in a few words.' })
  note?: string | null;
}

@ObjectType('DigestSection', { description: 'A part of a digest: materials, resources, threads, practices, mentors.' })
export class DigestSectionType {
  @Field(() => String, { description: 'Which part it is; stays the same.' })
  name: string;

  @Field(() => String, { description: 'What stands above its items in the mail and on the page, such as “From the conference”.' })
  title: string;

  @Field(() => [DigestEntry], { description: 'At most five, the best first.' })
  items: DigestEntry[];
}

@ObjectType({ description: 'What comes after a digest.' })
export class DigestNext {
  @Field(() => String, { description: 'What it will be.' })
  title: string;

  @Field(() => Date, { description: 'When it is to be sent.' })
  at: string;

  @Field(() => String, { description: 'The zone of the conference, in which that moment is named.' })
  zone: string;
}

@ObjectType({ description: 'What was new for your district since the conference or since the digest before; the same as the mail said.' })
export class Digest {
  @Field(() => ID, { description: 'Its place in addresses: `/digests/ID`.' })
  id: string;

  @Field(() => String, { description: 'The conference that it follows.' })
  title: string;

  @Field(() => String, { description: 'The page of that conference.' })
  path: string;

  @Field(() => String, { description: 'The district it was put together for.' })
  forName: string;

  @Field(() => Date, { description: 'What is newer than this was new to the district.' })
  since: Date;

  @Field(() => Date, { description: 'When it was put together.' })
  at: Date;

  @Field(() => DigestNext, { nullable: true, description: 'The next step of the follow-up, as it was planned then; null when there was none.' })
  next: DigestNext | null;

  @Field(() => [DigestSectionType], { description: 'What was new, the most relevant part first; empty when nothing was.' })
  sections: DigestSectionType[];
}

@ObjectType({ description: 'A page of digests, the latest first.' })
export class DigestConnection extends connectionOf(Digest, 'digests') {}
