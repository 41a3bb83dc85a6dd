import { type Column, Instant, Table } from '@app/ui';
import { useState } from 'react';
import type { ReportRowFragment } from './moderation.generated.js';
import { ReportDialog } from './ReportDialog.js';
import { RowButton } from './RowButton.js';
import { words } from './words.js';

export type Row = ReportRowFragment;

/** Whether the author has given their side and no steward has spoken since. */
export function isAnswered(report: Row): boolean {
  return report.state === 'taken_down' && report.trail.at(-1)?.verb === 'answered';
}

/** Who reported it, in words. */
export function reporterOf(report: Row): string {
  return report.byVisitor ? words.aVisitor : words.party(report.reporter.name, report.reporter.organization);
}

const time = (at: string | null): number => (at ? Date.parse(at) : 0);

export const reportColumns = {
  kind: { key: 'kind', label: words.kind, cell: (row: Row) => words.kinds[row.kind] ?? row.kind, sortBy: (row: Row) => words.kinds[row.kind] ?? row.kind },
  reason: { key: 'reason', label: words.reasonShort, cell: (row: Row) => words.reasons[row.reason], sortBy: (row: Row) => words.reasons[row.reason] },
  author: { key: 'author', label: words.author, cell: (row: Row) => words.party(row.author.name, row.author.organization), sortBy: (row: Row) => words.party(row.author.name, row.author.organization) },
  reporter: { key: 'reporter', label: words.reporter, cell: reporterOf, sortBy: reporterOf },
  waits: { key: 'waits', label: words.waits, cell: (row: Row) => <Instant at={row.createdAt} form="ago" />, sortBy: (row: Row) => time(row.createdAt) },
  others: { key: 'others', label: words.others, numeric: true, cell: (row: Row) => row.openOnIt, sortBy: (row: Row) => row.openOnIt },
  state: { key: 'state', label: words.state, cell: (row: Row) => (isAnswered(row) ? <strong>{words.answeredState}</strong> : words.states[row.state]), sortBy: (row: Row) => (isAnswered(row) ? '' : words.states[row.state]) },
  by: { key: 'by', label: words.decidedBy, cell: (row: Row) => row.decidedByName ?? words.gone, sortBy: (row: Row) => row.decidedByName ?? '' },
  when: { key: 'when', label: words.decidedAt, cell: (row: Row) => row.decidedAt && <Instant at={row.decidedAt} form="day" />, sortBy: (row: Row) => time(row.decidedAt) },
  why: { key: 'why', label: words.why, cell: (row: Row) => <span className="line-clamp-2 min-w-[14rem]">{row.decisionWords}</span> },
} satisfies Record<string, Column<Row>>;

/** Reports as rows; the title of each opens it. */
export function ReportTable({ caption, rows, columns, sort }: { caption: string; rows: readonly Row[]; columns: readonly Column<Row>[]; sort: { key: string; direction: 'ascending' | 'descending' } }) {
  const [reading, setReading] = useState<string | null>(null);
  const title: Column<Row> = {
    key: 'title',
    label: words.what,
    rowHeader: true,
    sortBy: (row) => row.title,
    cell: (row) => (
      <RowButton onPress={() => setReading(row.id)}>{row.title}</RowButton>
    ),
  };
  return (
    <>
      <Table caption={caption} rows={rows} rowKey={(row) => row.id} columns={[title, ...columns]} defaultSort={sort} />
      <ReportDialog id={reading} title={rows.find((row) => row.id === reading)?.title ?? words.report} onClose={() => setReading(null)} />
    </>
  );
}
