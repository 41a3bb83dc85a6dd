import { Day, Table } from '@app/ui';
import { useGraph } from '@app/platform/web';
import { MembersByWeekDocument } from './moderation.generated.js';
import { Panel } from './Panel.js';
import { words } from './words.js';

/** Who came, week by week. */
export default function GrowthPanel() {
  const { data, error, refetch } = useGraph(MembersByWeekDocument, {});
  return (
    <Panel title={words.growthTitle} anchor="growth" error={error} pending={!data} retry={() => void refetch()}>
      {() => (
        <div className="max-w-[36rem]">
          <Table
          caption={words.growthCaption}
          rows={data?.membersByWeek ?? []}
          rowKey={(row) => row.week}
          columns={[
            { key: 'week', label: words.week, rowHeader: true, cell: (row) => <Day on={row.week} />, sortBy: (row) => row.week },
            { key: 'people', label: words.newPeople, numeric: true, cell: (row) => row.people, sortBy: (row) => row.people },
            { key: 'organizations', label: words.newOrganizations, numeric: true, cell: (row) => row.organizations, sortBy: (row) => row.organizations },
          ]}
          defaultSort={{ key: 'week', direction: 'descending' }}
        />
        </div>
      )}
    </Panel>
  );
}
