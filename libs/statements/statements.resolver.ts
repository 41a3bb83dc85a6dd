import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, Public, type Viewer } from '@app/people';
import { canDraft } from './statements.policy.js';
import { Statements, type StatementView } from './statements.service.js';
import { ProposeStatementInput, ProposeStatementResult, SaveStatementDraftInput, SaveStatementDraftResult, StatementRights, StatementType } from './statements.types.js';

@Resolver(() => StatementType)
export class StatementsResolver {
  constructor(private readonly statements: Statements) {}

  @Public()
  @Query(() => StatementType, { nullable: true, description: 'How a district says that it works together; null where there is no such district. What is not signed by all is for its team alone.' })
  statement(@CurrentViewer() viewer: Viewer | null, @Args('slug', { type: () => String, description: 'The district’s place in addresses, such as `helena`.' }) slug: string): Promise<StatementView | null> {
    return this.statements.of(viewer, slug);
  }

  @Mutation(() => SaveStatementDraftResult, { description: 'Keeps a draft for your team. Nobody else sees it, and nobody is asked to sign.' })
  saveStatementDraft(@CurrentViewer() viewer: Viewer, @Args('input') input: SaveStatementDraftInput): Promise<StatementView> {
    return this.statements.saveDraft(viewer, input);
  }

  @Mutation(() => ProposeStatementResult, { description: 'Puts a text up for your three seats to sign; each gets a mail. A text that waits already is superseded, what stands goes on standing.' })
  proposeStatement(@CurrentViewer() viewer: Viewer, @Args('input') input: ProposeStatementInput): Promise<StatementView> {
    return this.statements.propose(viewer, input);
  }

  @Public()
  @ResolveField('organizationId')
  organizationId(@Parent() { organization }: StatementView): string {
    return organization.id;
  }

  @Public()
  @ResolveField('organizationName')
  organizationName(@Parent() { organization }: StatementView): string {
    return organization.name;
  }

  @Public()
  @ResolveField('viewerCan')
  viewerCan(@CurrentViewer() viewer: Viewer | null, @Parent() { organization }: StatementView): StatementRights {
    return { draft: canDraft(viewer, organization) };
  }
}
