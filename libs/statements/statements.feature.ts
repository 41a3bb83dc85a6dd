import { Database } from '@app/platform/database';
import { Events } from '@app/platform/events';
import type { Feature, Get } from '@app/platform/feature';
import { openParts } from '@app/platform/open';
import { searchSources, shut } from '@app/platform/search';
import { chapters } from '@app/platform/story';
import { Organizations, pathOf } from '@app/organizations';
import { reportables } from '@app/moderation';
import { type ActFacts, actSubjects } from '@app/signatures';
import { statementsChapter } from './demo/chapter.js';
import { CreateStatements1700000005600 } from './migrations/1700000005600-create-statements.js';
import { TakeDownStatements1700000035210 } from './migrations/1700000035210-take-down-statements.js';
import { Statement } from './statement.entity.js';
import { StatementChanged } from './statements.events.js';
import { reportableStatement } from './statements.moderation.js';
import { StatementsResolver } from './statements.resolver.js';
import { statementOnDistrict } from './statements.open.js';
import { statementSearch } from './statements.search.js';
import { STATEMENT, Statements } from './statements.service.js';

const changed = (get: Get, { subjectId, actId }: ActFacts): Promise<void> => get(Events).publish(StatementChanged, { organizationId: subjectId, actId });

export const statementsFeature: Feature = {
  name: 'statements',
  entities: [Statement],
  migrations: [CreateStatements1700000005600, TakeDownStatements1700000035210],
  providers: [Statements],
  api: [StatementsResolver],
  contributes: [
    actSubjects.with({
      kind: STATEMENT,
      pathOf: async (get, id) => {
        const organization = await get(Organizations).find(id);
        return organization && pathOf(organization);
      },
      completed: changed,
      ended: async (get, act) => {
        await shut(get(Database), STATEMENT, [act.subjectId]);
        await changed(get, act);
      },
    }),
    reportables.with(reportableStatement),
    openParts.with(statementOnDistrict),
    searchSources.with(statementSearch),
    chapters.with(statementsChapter),
  ],
};
