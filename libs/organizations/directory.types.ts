import { ArgsType, Field, Float, ID, Int, IntersectionType, ObjectType } from '@nestjs/graphql';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { PageArgs } from '@app/platform/graphql';
import { AffiliationFilter, AgencyKindName, DirectoryStatus, LocaleFilter, SizeBand } from './vocabulary.types.js';

/** What can be asked of the directory, whichever view answers. */
@ArgsType()
export class DirectoryFilterArgs {
  @IsOptional() @IsString() @MaxLength(200)
  @Field(() => String, { nullable: true, description: 'A name, place or letters; small mistakes in typing are forgiven. Then the likest come first.' })
  search?: string | null;

  @IsOptional() @IsString() @MaxLength(2)
  @Field(() => String, { nullable: true, description: 'Two letters of a state, DC or territory.' })
  state?: string | null;

  @IsOptional() @IsIn(Object.keys(LocaleFilter))
  @Field(() => LocaleFilter, { nullable: true, description: 'Only districts in this kind of place.' })
  locale?: LocaleFilter | null;

  @IsOptional() @IsIn(Object.keys(SizeBand))
  @Field(() => SizeBand, { nullable: true, description: 'Only districts of this size.' })
  size?: SizeBand | null;

  @IsOptional() @IsIn(Object.keys(AffiliationFilter))
  @Field(() => AffiliationFilter, { nullable: true, description: 'Only districts that declare this affiliation.' })
  affiliation?: AffiliationFilter | null;

  @IsOptional() @IsIn(Object.keys(DirectoryStatus))
  @Field(() => DirectoryStatus, { nullable: true, description: 'Only those that are here already, or that are not.' })
  status?: DirectoryStatus | null;

  @IsOptional() @IsIn(Object.keys(AgencyKindName))
  @Field(() => AgencyKindName, { nullable: true, description: 'Only this kind of agency.' })
  kind?: AgencyKindName | null;

  @IsOptional() @IsString() @MaxLength(100)
  @Field(() => String, { nullable: true, description: 'Only districts of this circle, by a key of `directoryCircles`, such as those that came to a conference. Of one that is not there for you there is no district.' })
  circle?: string | null;
}

@ObjectType('DirectoryCircle', { description: 'Districts that belong together somewhere else, such as those that came to a conference.' })
export class DirectoryCircleType {
  @Field(() => String, { description: 'What `circle` takes.' })
  key: string;

  @Field(() => String, { description: 'What it is called, such as the title of the conference.' })
  name: string;
}

/** A page of the directory. */
@ArgsType()
export class DirectoryArgs extends IntersectionType(DirectoryFilterArgs, PageArgs, ArgsType) {}

@ObjectType({ description: 'A district that is here or presents at conferences, or belongs to the circle asked for, with its place on the map.' })
export class MapPlace {
  @Field(() => ID, { description: 'The same as of the district itself.' })
  id: string;

  @Field(() => String, { description: 'Its place in addresses: `/districts/SLUG`.' })
  slug: string;

  @Field(() => String, { description: 'What it is called today.' })
  name: string;

  @Field(() => String, { nullable: true, description: 'Two letters for its state; null where the source has none.' })
  state: string | null;

  @Field(() => String, { nullable: true, description: 'Where its office is; null when unknown.' })
  city: string | null;

  @Field(() => Float, { nullable: true, description: 'North of the equator in degrees; null when nobody knows, and then it stands in the list only.' })
  latitude: number | null;

  @Field(() => Float, { nullable: true, description: 'East of Greenwich in degrees, known whenever `latitude` is.' })
  longitude: number | null;

  @Field(() => Boolean, { description: 'Somebody has taken one of its seats.' })
  here: boolean;

  @Field(() => Boolean, { description: 'It presents at conferences as a model.' })
  presenting: boolean;
}

@ObjectType({ description: 'How many districts of the list lie in one state or territory.' })
export class MapState {
  @Field(() => String, { nullable: true, description: 'Two letters; null for those whose source has no state.' })
  state: string | null;

  @Field(() => Int, { description: 'All that the filter leaves.' })
  districts: number;

  @Field(() => Int, { description: 'Those of them that are here.' })
  here: number;
}

@ObjectType({ description: 'The directory as a map: one by one those whom one can meet, and the rest as numbers by state.' })
export class DirectoryMap {
  @Field(() => [MapPlace], { description: 'Those that are here or present, or all of a circle, by name; at most 1,000.' })
  places: MapPlace[];

  @Field(() => Int, { description: 'How many they are, also beyond those in `places`.' })
  placesCount: number;

  @Field(() => [MapState], { description: 'Every state with a district in the list, by its letters.' })
  states: MapState[];

  @Field(() => Int, { description: 'How many districts the filter leaves.' })
  totalCount: number;
}
