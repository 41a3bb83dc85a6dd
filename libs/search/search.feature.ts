import { type Listener, listener, listeners } from '@app/platform/events';
import type { Feature } from '@app/platform/feature';
import { job, jobs, schedule, schedules } from '@app/platform/jobs';
import { mailTemplates } from '@app/platform/mail';
import { openPages } from '@app/platform/open';
import { searchSources } from '@app/platform/search';
import { chapters } from '@app/platform/story';
import { OrganizationChanged, OrganizationsImported } from '@app/organizations';
import { digestAsides } from '@app/digests';
import { searchChapter } from './demo/chapter.js';
import { CreateSearch1700000005200 } from './migrations/1700000005200-create-search.js';
import { RankSearch1700000033000 } from './migrations/1700000033000-rank-search.js';
import { CreateSavedSearches1700000033100 } from './migrations/1700000033100-create-saved-searches.js';
import { OpenParts1700000036210 } from './migrations/1700000036210-open-parts.js';
import { TellMonths1700000036600 } from './migrations/1700000036600-tell-months.js';
import { TellWhatChanged1700000036200 } from './migrations/1700000036200-tell-what-changed.js';
import { TellWhatIsSuperseded1700000035100 } from './migrations/1700000035100-tell-what-is-superseded.js';
import { SavedSearchesResolver } from './saved-searches.resolver.js';
import { SavedSearches } from './saved-searches.service.js';
import { alertMail } from './search-alerts.mail.js';
import { alertSchedules, tellAtOnce, tellWeekly } from './search-alerts.jobs.js';
import { savedSearchAside } from './search-alerts.digest.js';
import { SearchAlerts } from './search-alerts.service.js';
import { SearchIndex } from './search-index.service.js';
import { searchPage } from './search.open.js';
import { SearchResolver } from './search.resolver.js';
import { Search } from './search.service.js';

/** Hears whatever any feature says changes what it lets be found. */
const feedIndex: Listener = {
  name: 'search.feed',
  hears: (contributions) => contributions.of(searchSources).flatMap((source) => source.feeds.map((feed) => feed.hears)),
  run: (get, events) => get(SearchIndex).hear(events),
};

const rename = listener('search.rename', OrganizationChanged, (get, events) => get(SearchIndex).organizationsChanged(events.map((event) => event.payload.organizationId)));

/** The lists of a new year give some districts another name. */
const renameImported = listener('search.rename-imported', OrganizationsImported, (get, events) => get(SearchIndex).organizationsChanged(events.flatMap((event) => event.payload.ids)));

/** What was laid or imported without an event is found within the hour. */
const mend = job('search.mend', async (get) => {
  await get(SearchIndex).mend();
});

export const searchFeature: Feature = {
  name: 'search',
  migrations: [CreateSearch1700000005200, RankSearch1700000033000, CreateSavedSearches1700000033100, TellWhatIsSuperseded1700000035100, TellWhatChanged1700000036200, OpenParts1700000036210, TellMonths1700000036600],
  providers: [Search, SearchIndex, SavedSearches, SearchAlerts],
  api: [SearchResolver, SavedSearchesResolver],
  contributes: [openPages.with(searchPage), listeners.with(feedIndex, rename, renameImported), jobs.with(mend, tellAtOnce, tellWeekly), schedules.with(schedule(mend, { every: 60 * 60 * 1000 }), ...alertSchedules), mailTemplates.with(alertMail), digestAsides.with(savedSearchAside), chapters.with(searchChapter)],
};
