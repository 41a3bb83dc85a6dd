import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';

export enum SeatRoleName {
  superintendent = 'superintendent',
  board_president = 'board_president',
  labor_leader = 'labor_leader',
  representative = 'representative',
  staff = 'staff',
  observer = 'observer',
}
registerEnumType(SeatRoleName, {
  name: 'SeatRole',
  description: 'The place somebody holds in a team. Only the first three sign for a district.',
  valuesMap: {
    superintendent: { description: 'Leads the district’s management; an equivalent such as a chief executive sits here too.' },
    board_president: { description: 'Leads the governing board.' },
    labor_leader: { description: 'Leads the teachers’ union or association.' },
    representative: { description: 'Speaks for a co-sponsor, foundation or other organization.' },
    staff: { description: 'Works with the team and writes for it, but signs nothing.' },
    observer: { description: 'Reads what the host allows, writes and signs nothing.' },
  },
});

@ObjectType({ description: 'A district in Accord: an agency from the federal list, or one the field names. The team is the member, not its people.' })
export class District {
  @Field(() => ID, { description: 'Stays the same through renamings and mergers.' })
  id: string;

  @Field(() => String, { description: 'Its place in addresses, such as `helena-mt`.' })
  slug: string;

  @Field(() => String, { description: 'The everyday name.' })
  name: string;

  @Field(() => String, { nullable: true, description: 'Two letters for the state, DC or territory; null where the source has none.' })
  state: string | null;

  @Field(() => String, { nullable: true, description: 'Where its office is.' })
  city: string | null;

  @Field(() => String, { nullable: true, description: 'City, suburb, town or rural, as NCES classes the office’s place; null when unknown.' })
  locale: string | null;

  @Field(() => Int, { nullable: true, description: 'How many students; null when unknown. Always shown with `enrollmentSource`.' })
  enrollment: number | null;

  @Field(() => String, { nullable: true, description: 'Where the number of students comes from, with its school year.' })
  enrollmentSource: string | null;

  @Field(() => Float, { nullable: true, description: 'North of the equator in degrees, of the office.' })
  latitude: number | null;

  @Field(() => Float, { nullable: true, description: 'East of Greenwich in degrees, of the office.' })
  longitude: number | null;
}
