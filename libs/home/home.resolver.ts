import { Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type Viewer } from '@app/people';
import { Home } from './home.service.js';
import { MyTeam, NewsSection } from './home.types.js';

@Resolver()
export class HomeResolver {
  constructor(private readonly home: Home) {}

  @Query(() => [MyTeam], { description: 'The teams you hold a seat in; empty while your claim waits.' })
  myTeams(@CurrentViewer() viewer: Viewer): Promise<MyTeam[]> {
    return this.home.teamsOf(viewer);
  }

  @Query(() => [NewsSection], { description: 'What is new for your district in the last two weeks.' })
  news(@CurrentViewer() viewer: Viewer): Promise<NewsSection[]> {
    return this.home.newsFor(viewer);
  }
}
