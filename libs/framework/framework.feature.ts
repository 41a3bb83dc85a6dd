import type { Feature } from '@app/platform/feature';
import { openFeeds, openPages } from '@app/platform/open';
import { searchSources } from '@app/platform/search';
import { foundations } from '@app/platform/story';
import { principleFeed, principlePage, principlesPage, purposePage, topicFeed } from './framework.open.js';
import { FrameworkResolver } from './framework.resolver.js';
import { CreateFramework1700000003100 } from './migrations/1700000003100-create-framework.js';
import { Principle } from './principle.entity.js';
import { Principles } from './principles.service.js';
import { Tenet } from './tenet.entity.js';
import { tenetSource } from './tenets.search.js';
import { Topic } from './topic.entity.js';

export const frameworkFeature: Feature = {
  name: 'framework',
  entities: [Principle, Tenet, Topic],
  migrations: [CreateFramework1700000003100],
  providers: [Principles],
  api: [FrameworkResolver],
  contributes: [
    foundations.with({ name: 'framework: the vocabulary', lay: (get) => get(Principles).lay() }),
    openPages.with(purposePage, principlesPage, principlePage),
    openFeeds.with(principleFeed, topicFeed),
    searchSources.with(tenetSource),
  ],
};
