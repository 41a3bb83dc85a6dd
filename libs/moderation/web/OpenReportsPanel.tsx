import { Pagination } from '@app/ui';
import { useGraphPages } from '@app/platform/web';
import { OpenReportsDocument } from './moderation.generated.js';
import { Panel } from './Panel.js';
import { reportColumns as column, ReportTable } from './ReportTable.js';
import { words } from './words.js';

const columns = [column.reason, column.waits, column.kind, column.author, column.reporter, column.others];

/** What members have reported and nobody has decided. */
export default function OpenReportsPanel() {
  const { nodes, total, hasMore, more, morePending, isPending, error, refetch } = useGraphPages(OpenReportsDocument, { first: 50 }, (answer) => answer.openReports);
  return (
    <Panel title={words.openTitle(total)} anchor="reports" error={error} pending={isPending} retry={refetch}>
      {() =>
        nodes.length === 0 ? (
          <p className="text-quiet">{words.openNone}</p>
        ) : (
          <>
            <ReportTable caption={words.openCaption} rows={nodes} columns={columns} sort={{ key: 'waits', direction: 'ascending' }} />
            {hasMore && <Pagination shown={nodes.length} {...(total === undefined ? {} : { total })} hasMore pending={morePending} onMore={more} />}
          </>
        )
      }
    </Panel>
  );
}
