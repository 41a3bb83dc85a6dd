import { Pagination } from '@app/ui';
import { useGraphPages } from '@app/platform/web';
import { DecidedReportsDocument } from './moderation.generated.js';
import { Panel } from './Panel.js';
import { reportColumns as column, ReportTable } from './ReportTable.js';
import { words } from './words.js';

const columns = [column.state, column.when, column.by, column.why, column.kind, column.author];

/** What was decided, with the answers of authors on top. */
export default function DecidedPanel() {
  const { nodes, total, hasMore, more, morePending, isPending, error, refetch } = useGraphPages(DecidedReportsDocument, { first: 20 }, (answer) => answer.decidedReports);
  return (
    <Panel title={words.decidedTitle} anchor="decided" error={error} pending={isPending} retry={refetch}>
      {() =>
        nodes.length === 0 ? (
          <p className="text-quiet">{words.decidedNone}</p>
        ) : (
          <>
            <ReportTable caption={words.decidedCaption} rows={nodes} columns={columns} sort={{ key: 'state', direction: 'ascending' }} />
            {hasMore && <Pagination shown={nodes.length} {...(total === undefined ? {} : { total })} hasMore pending={morePending} onMore={more} />}
          </>
        )
      }
    </Panel>
  );
}
