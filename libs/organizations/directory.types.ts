import { ArgsType, Field } from '@nestjs/graphql';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { PageArgs } from '@app/platform/graphql';
import { AffiliationFilter, AgencyKindName, DirectoryStatus, LocaleFilter, SizeBand } from './vocabulary.types.js';

/** What can be asked of the directory, whichever view answers. */
@ArgsType()
export class DirectoryArgs extends PageArgs {
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
}
