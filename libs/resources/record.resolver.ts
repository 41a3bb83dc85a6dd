import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, Public, type Viewer } from '@app/people';
import { easternToday } from '@app/organizations';
import { CoAuthors } from './co-authors.service.js';
import { Endorsements } from './endorsements.service.js';
import {
  AnswerCoAuthorInput, AskCoAuthorInput, AttestUseInput, EndorseResourceInput, RecheckLinkInput, RemoveCoAuthorInput, RemoveResourceVersionInput, RemoveUseInput, ReviewResourceInput, SupersedeResourceInput,
  WithdrawEndorsementInput,
} from './record.inputs.js';
import { RecordReads, type ResourceRecordView } from './record.queries.js';
import { ResourceRecord } from './record.types.js';
import type { ResourceView } from './resources.queries.js';
import { Resources } from './resources.service.js';
import { ResourceResult } from './resources.types.js';
import { Uses } from './uses.service.js';
import { Versions } from './versions.service.js';

@Resolver()
export class RecordResolver {
  constructor(
    private readonly records: RecordReads,
    private readonly versions: Versions,
    private readonly coAuthors: CoAuthors,
    private readonly uses: Uses,
    private readonly endorsements: Endorsements,
    private readonly resources: Resources,
  ) {}

  @Public()
  @Query(() => ResourceRecord, { nullable: true, description: 'What stands beside a resource on its own page; null when it is not there or not yours to read.' })
  resourceRecord(@CurrentViewer() viewer: Viewer | null, @Args('id', { type: () => String, description: 'The last part of its path, `/library/ID`.' }) id: string): Promise<ResourceRecordView | null> {
    return this.records.find(viewer, id);
  }

  @Mutation(() => ResourceResult, { description: 'Takes a former version of a resource of your team away for good.' })
  removeResourceVersion(@CurrentViewer() viewer: Viewer, @Args('input') input: RemoveResourceVersionInput): Promise<ResourceView> {
    return this.versions.remove(viewer, input.resourceId, input.number);
  }

  @Mutation(() => ResourceResult, { description: 'Says what has taken the place of a resource of your team.' })
  supersedeResource(@CurrentViewer() viewer: Viewer, @Args('input') input: SupersedeResourceInput): Promise<ResourceView> {
    return this.versions.supersede(viewer, input.resourceId, input.byId ?? null);
  }

  @Mutation(() => ResourceResult, { description: 'Says that a resource of your team still holds, and when to look again.' })
  reviewResource(@CurrentViewer() viewer: Viewer, @Args('input') input: ReviewResourceInput): Promise<ResourceView> {
    return this.versions.reviewed(viewer, input.resourceId, input.reviewOn ?? null, easternToday());
  }

  @Mutation(() => ResourceResult, { description: 'Lets a link of your team be asked again soon.' })
  recheckLink(@CurrentViewer() viewer: Viewer, @Args('input') input: RecheckLinkInput): Promise<ResourceView> {
    return this.resources.recheck(viewer, input.resourceId);
  }

  @Mutation(() => ResourceResult, { description: 'Asks another team or a person to be named as co-author.' })
  askCoAuthor(@CurrentViewer() viewer: Viewer, @Args('input') input: AskCoAuthorInput): Promise<ResourceView> {
    return this.coAuthors.ask(viewer, input);
  }

  @Mutation(() => ResourceResult, { description: 'Answers whether you, or your team, want to be named as co-author.' })
  answerCoAuthor(@CurrentViewer() viewer: Viewer, @Args('input') input: AnswerCoAuthorInput): Promise<ResourceView> {
    return this.coAuthors.answer(viewer, input.coAuthorId, input.agree);
  }

  @Mutation(() => ResourceResult, { description: 'Takes a co-author off a resource of your team.' })
  removeCoAuthor(@CurrentViewer() viewer: Viewer, @Args('input') input: RemoveCoAuthorInput): Promise<ResourceView> {
    return this.coAuthors.remove(viewer, input.coAuthorId);
  }

  @Mutation(() => ResourceResult, { description: 'Says for your team how it used a resource and with what result.' })
  attestUse(@CurrentViewer() viewer: Viewer, @Args('input') input: AttestUseInput): Promise<ResourceView> {
    return this.uses.attest(viewer, input.resourceId, input, input.organizationId);
  }

  @Mutation(() => ResourceResult, { description: 'Takes back what your team said of using a resource.' })
  removeUse(@CurrentViewer() viewer: Viewer, @Args('input') input: RemoveUseInput): Promise<ResourceView> {
    return this.uses.remove(viewer, input.resourceId, input.organizationId);
  }

  @Mutation(() => ResourceResult, { description: 'Endorses a resource by your seat.' })
  endorseResource(@CurrentViewer() viewer: Viewer, @Args('input') input: EndorseResourceInput): Promise<ResourceView> {
    return this.endorsements.endorse(viewer, input.resourceId, input.seatId);
  }

  @Mutation(() => ResourceResult, { description: 'Takes back your seat’s endorsement of a resource.' })
  withdrawEndorsement(@CurrentViewer() viewer: Viewer, @Args('input') input: WithdrawEndorsementInput): Promise<ResourceView> {
    return this.endorsements.withdraw(viewer, input.resourceId, input.seatId);
  }
}
