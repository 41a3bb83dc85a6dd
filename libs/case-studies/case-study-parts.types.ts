import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { type Organization, SponsorOrganization } from '@app/organizations';
import { JointActType } from '@app/signatures';

export enum CaseStudyStateName {
  draft = 'draft',
  confirming = 'confirming',
  confirmed = 'confirmed',
  published = 'published',
  retired = 'retired',
  closed = 'closed',
  taken_up = 'taken_up',
}
registerEnumType(CaseStudyStateName, {
  name: 'CaseStudyState',
  description: 'How far a case study has come.',
  valuesMap: {
    draft: { description: 'Its writer writes; only they and those concerned read it.' },
    confirming: { description: 'It waits for the signatures of its district’s seats.' },
    confirmed: { description: 'All required seats have signed it; a co-sponsor can approve it.' },
    published: { description: 'A co-sponsor has approved it, and everybody reads it. It stays out when approvals are taken back; then `approvals` is empty.' },
    retired: { description: 'Its district no longer stands by it; it stays, with the reason.' },
    closed: { description: 'It was given up before it was offered.' },
    taken_up: { description: 'A new version whose words have taken the place of those that were out.' },
  },
});

@ObjectType({ description: 'Somebody who could be asked to write.' })
export class PossibleWriter {
  @Field(() => ID, { description: 'Their account.' })
  id: string;

  @Field(() => String, { description: 'What they are called here.' })
  name: string;

  @Field(() => String, { description: 'For whom they speak.' })
  organizationName: string;
}

@ObjectType({ description: 'A co-sponsor that has approved a case study.' })
export class CaseStudyApproval {
  @Field(() => ID, { description: 'The same as its `Organization.id`.' })
  organizationId: string;

  @Field(() => String, { description: 'Which co-sponsor.' })
  organizationName: string;

  @Field(() => String, { description: 'Its place in addresses.' })
  organizationSlug: string;

  @Field(() => Date, { description: 'When it approved.' })
  at: Date;
}

@ObjectType({ description: 'A co-sponsor that has taken its approval of a case study back, and has not given it again.' })
export class CaseStudyUnapproval {
  @Field(() => String, { description: 'Which co-sponsor.' })
  organizationName: string;

  @Field(() => String, { description: 'Its place in addresses.' })
  organizationSlug: string;

  @Field(() => Date, { description: 'When it took it back.' })
  at: Date;

  @Field(() => String, { description: 'Why, for the district and its readers.' })
  reason: string;
}

@ObjectType({ description: 'The conference at which a district showed what its case study tells.' })
export class CaseStudyConference {
  @Field(() => String, { description: 'Its place in addresses.' })
  slug: string;

  @Field(() => String, { description: 'What it was called.' })
  title: string;
}

@ObjectType({ description: 'For whom a case study was asked for, or whom it is about.' })
export class CaseStudyParty {
  @Field(() => ID, { description: 'The same as its `Organization.id` elsewhere.' })
  id: string;

  @Field(() => String, { description: 'Its place in addresses.' })
  slug: string;

  @Field(() => String, { description: 'What people call it every day.' })
  name: string;

  @Field(() => String, { nullable: true, description: 'Two letters for the state; null when unknown.' })
  state: string | null;

  @Field(() => String, { description: '`district` or `co_sponsor`.' })
  kind: string;
}

@ObjectType({ description: 'The joint acts by which a district confirms a case study.' })
export class CaseStudyActs {
  @Field(() => JointActType, { nullable: true, description: 'What all required seats have signed; null while they have not, and where it is not for you.' })
  standing: JointActType | null;

  @Field(() => JointActType, { nullable: true, description: 'What waits for signatures; null when nothing does, and for whoever is not of the team.' })
  open: JointActType | null;
}

@ObjectType({ description: 'What you may do with a case study; show no button for what is false.' })
export class CaseStudyViewerCan {
  @Field(() => Boolean, { description: 'Change its words, as the one who was asked to.' })
  write: boolean;

  @Field(() => Boolean, { description: 'Offer it to the district for its signatures.' })
  offer: boolean;

  @Field(() => Boolean, { description: 'Ask somebody else to write it, or give it up.' })
  reassign: boolean;

  @Field(() => Boolean, { description: 'Return it to whoever wrote it, with a word of what to change.' })
  sendBack: boolean;

  @Field(() => Boolean, { description: 'Approve it for a co-sponsor that you speak for and that has not yet.' })
  approve: boolean;

  @Field(() => [SponsorOrganization], { description: 'For which co-sponsors you may approve it; several where you speak for several.' })
  approveFor: Organization[];

  @Field(() => [SponsorOrganization], { description: 'For which co-sponsors you may take an approval back.' })
  unapproveFor: Organization[];

  @Field(() => Boolean, { description: 'Say that your district no longer stands by it.' })
  retire: boolean;

  @Field(() => Boolean, { description: 'Have a new version written; false while one is under way.' })
  revise: boolean;
}

@ObjectType({ description: 'A case study whose next version another one is to be.' })
export class CaseStudyOut {
  @Field(() => String, { description: 'Its place in addresses.' })
  slug: string;

  @Field(() => String, { description: 'What it is called while it is out.' })
  title: string;
}

@ObjectType({ description: 'A new version that is under way.' })
export class CaseStudyNext {
  @Field(() => String, { description: 'Its place in addresses until it takes the place of the one that is out.' })
  slug: string;

  @Field(() => CaseStudyStateName, { description: 'How far it has come.' })
  state: `${CaseStudyStateName}`;
}

@ObjectType({ description: 'A version of a case study that was out before.' })
export class FormerCaseStudy {
  @Field(() => Int, { description: '1 for the first that was out.' })
  number: number;

  @Field(() => String, { description: 'What it was called.' })
  title: string;

  @Field(() => ID, { description: 'The joint act whose record has its words, and who signed them: `/acts/ID`.' })
  actId: string;

  @Field(() => Date, { description: 'When it came out.' })
  publishedAt: Date;

  @Field(() => Date, { description: 'When the next one took its place.' })
  replacedAt: Date;
}

@ObjectType({ description: 'Something from the conference that did not fit into the first draft.' })
export class CaseStudyLeftOut {
  @Field(() => String, { description: 'For which part it was: `context`, `process` or `tools`.' })
  part: string;

  @Field(() => String, { description: 'The whole of it, a note with who noted it, where and when.' })
  text: string;
}
