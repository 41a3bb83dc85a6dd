import { Field, ID, ObjectType } from '@nestjs/graphql';
import { SeatRoleName } from '@app/organizations';

@ObjectType({ description: 'One seat of your team as it stands on "My team": who sits there, or that nobody does.' })
export class TeamSeat {
  @Field(() => SeatRoleName, { description: 'The place in the team, the same in every district.' })
  role: SeatRoleName;

  @Field(() => String, { nullable: true, description: 'The district’s own word for the seat, where it has one.' })
  title: string | null;

  @Field(() => String, { nullable: true, description: 'Who sits there; null for a vacant seat.' })
  holder: string | null;

  @Field(() => Boolean, { description: 'Whether it is your own seat.' })
  isMine: boolean;
}

@ObjectType({ description: 'An organization you hold a seat in, with the seats beside yours.' })
export class MyTeam {
  @Field(() => ID, { description: 'The same as `Organization.id`: name it to invite somebody or to speak for this team.' })
  id: string;

  @Field(() => String, { description: 'What people call the district or other organization; not unique.' })
  name: string;

  @Field(() => String, { description: 'Its page, as a path of this web app.' })
  path: string;

  @Field(() => String, { nullable: true, description: 'Two letters of its state; null for a national organization.' })
  state: string | null;

  @Field(() => Boolean, { description: 'Whether it is a district: only districts have the three signing seats.' })
  isDistrict: boolean;

  @Field(() => [TeamSeat], { description: 'The signing seats first, vacant ones too, then staff and observers.' })
  seats: TeamSeat[];
}

@ObjectType({ description: 'One new thing, with the page where it stands.' })
export class NewsItem {
  @Field(() => String, { description: 'What it is called.' })
  title: string;

  @Field(() => String, { description: 'Its page, as a path of this web app.' })
  path: string;

  @Field(() => String, { nullable: true, description: 'Who and when, or why it is for you.' })
  note: string | null;
}

@ObjectType({ description: 'What is new for your district in one part of Accord: the same that a digest would tell.' })
export class NewsSection {
  @Field(() => String, { description: 'The part, such as "New in the library".' })
  title: string;

  @Field(() => [NewsItem], { description: 'At most five, the newest first.' })
  items: NewsItem[];
}
