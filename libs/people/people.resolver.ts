import { Inject } from '@nestjs/common';
import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Config } from '@app/platform/config';
import { type GraphContext, NotAllowed } from '@app/platform/graphql';
import { Accounts } from './accounts.service.js';
import type { Account, FindableBy } from './account.entity.js';
import { isDemo } from './demo.js';
import {
  CodeSent, ConfirmAddressChangeInput, CurrentSession, DONE, type Done, DoneResult, EndSessionInput, FindableByName, JoinByLinkInput, Me, MeResult, Person, RenameMeInput, RequestAddressChangeInput,
  RequestSignInCodeInput, RequestSignInCodeResult, SessionType, SetFindableByInput, SignedIn, SignInAsCastInput, SignInByLinkInput, SignInInput, SignInResult, SignOutInput,
} from './people.types.js';
import { Sessions } from './sessions.service.js';
import { SignIn } from './sign-in.service.js';
import { CurrentViewer, Public, type Viewer } from './viewer.js';

const browserOf = (context: GraphContext): string => String(context.request.headers['user-agent'] ?? 'a browser that does not say');

@Resolver()
export class PeopleResolver {
  constructor(
    @Inject('CONFIG') private readonly config: Config,
    private readonly accounts: Accounts,
    private readonly sessions: Sessions,
    private readonly signIns: SignIn,
  ) {}

  @Public()
  @Query(() => CurrentSession, { description: 'Who is asking. The first thing the web app reads.' })
  session(@CurrentViewer() viewer: Viewer | null): CurrentSession {
    return {
      demo: isDemo(this.config),
      person: viewer ? { id: viewer.accountId, name: viewer.name, email: viewer.email } : null,
      isSteward: viewer?.isSteward ?? false,
      isMember: viewer?.keys.includes('members') ?? false,
    };
  }

  @Query(() => [SessionType], { description: 'The browsers in which you are signed in, the most recently used first.' })
  async mySessions(@CurrentViewer() viewer: Viewer): Promise<SessionType[]> {
    return (await this.sessions.mine(viewer)).map((session) => ({ ...session, isCurrent: session.id === viewer.sessionId }));
  }

  @Public()
  @Query(() => [Person], { description: 'The demo’s invented people, for sign-in by one click; empty in a real installation.' })
  async cast(): Promise<Account[]> {
    return isDemo(this.config) ? this.accounts.cast() : [];
  }

  @Public()
  @Mutation(() => RequestSignInCodeResult, { description: 'Sends one mail to the address: a code, or how to ask to join. The answer never tells which.' })
  async requestSignInCode(@Args('input') input: RequestSignInCodeInput, @Context() context: GraphContext): Promise<CodeSent> {
    const challenge = await this.signIns.request(input.email, context.request.ip);
    return { challengeId: challenge.id, sentTo: challenge.address };
  }

  @Public()
  @Mutation(() => SignInResult, { description: 'Signs in with the six digits of the mail: ten minutes, five tries.' })
  async signIn(@Args('input') input: SignInInput, @Context() context: GraphContext): Promise<SignedIn> {
    const challenge = await this.signIns.takeCode(input.challengeId, input.code, 'sign-in', context.request.ip);
    return this.open(await this.accounts.findByEmail(challenge.address), context);
  }

  @Public()
  @Mutation(() => SignInResult, { description: 'Signs in by the link of the mail, after its button was pressed.' })
  async signInByLink(@Args('input') input: SignInByLinkInput, @Context() context: GraphContext): Promise<SignedIn> {
    const challenge = await this.signIns.takeLink(input.token, 'sign-in');
    return this.open(await this.accounts.findByEmail(challenge.address), context);
  }

  @Public()
  @Mutation(() => SignInResult, { description: 'Makes an account for an address that asked how to join, and signs it in.' })
  async joinByLink(@Args('input') input: JoinByLinkInput, @Context() context: GraphContext): Promise<SignedIn> {
    const challenge = await this.signIns.takeLink(input.token, 'join');
    return this.open(await this.accounts.ensure({ email: challenge.address, name: input.name }), context);
  }

  @Public()
  @Mutation(() => SignInResult, { description: 'Signs in as one of the demo’s invented people; refused everywhere else.' })
  async signInAsCast(@Args('input') input: SignInAsCastInput, @Context() context: GraphContext): Promise<SignedIn> {
    const account = isDemo(this.config) ? await this.accounts.find(input.personId) : null;
    if (!account?.invented) throw new NotAllowed();
    return this.open(account, context);
  }

  private async open(account: Account | null, context: GraphContext): Promise<SignedIn> {
    if (!account) throw new NotAllowed();
    await this.sessions.open(account.id, browserOf(context), context.reply);
    return { person: account };
  }

  @Mutation(() => DoneResult, { description: 'Signs you out of this browser, at once.' })
  async signOut(@CurrentViewer() viewer: Viewer, @Args('input') _input: SignOutInput, @Context() context: GraphContext): Promise<Done> {
    await this.sessions.close(viewer, context.reply);
    return DONE;
  }

  @Mutation(() => DoneResult, { description: 'Ends one of your sessions at once, its open pages too.' })
  async endSession(@CurrentViewer() viewer: Viewer, @Args('input') input: EndSessionInput): Promise<Done> {
    await this.sessions.end(viewer, input.sessionId);
    return DONE;
  }

  @Mutation(() => MeResult, { description: 'Changes the name you write under; what you wrote before shows it too.' })
  renameMe(@CurrentViewer() viewer: Viewer, @Args('input') input: RenameMeInput): Promise<Me> {
    return this.accounts.rename(viewer, input.name);
  }

  @Query(() => FindableByName, { description: 'Who finds you by the search, as you chose it.' })
  async findableBy(@CurrentViewer() viewer: Viewer): Promise<FindableBy> {
    return (await this.accounts.find(viewer.accountId))?.findableBy ?? 'as_seated';
  }

  @Mutation(() => DoneResult, { description: 'Says who finds you by the search, and by what is suggested while somebody types. What names you elsewhere stays.' })
  async setFindableBy(@CurrentViewer() viewer: Viewer, @Args('input') input: SetFindableByInput): Promise<Done> {
    await this.accounts.setFindableBy(viewer, input.findableBy);
    return DONE;
  }

  @Mutation(() => RequestSignInCodeResult, { description: 'Sends a code to the address that is to become yours. Nothing changes until it is typed.' })
  async requestAddressChange(@CurrentViewer() viewer: Viewer, @Args('input') input: RequestAddressChangeInput): Promise<CodeSent> {
    const challenge = await this.signIns.requestChange(viewer.accountId, input.email);
    return { challengeId: challenge.id, sentTo: challenge.address };
  }

  @Mutation(() => MeResult, { description: 'Moves your account to the confirmed address and signs out your other browsers.' })
  async confirmAddressChange(@CurrentViewer() viewer: Viewer, @Args('input') input: ConfirmAddressChangeInput, @Context() context: GraphContext): Promise<Me> {
    const challenge = await this.signIns.takeCode(input.challengeId, input.code, 'change-address', context.request.ip);
    if (challenge.accountId !== viewer.accountId) throw new NotAllowed();
    return this.accounts.changeAddress(viewer, challenge.address);
  }
}
