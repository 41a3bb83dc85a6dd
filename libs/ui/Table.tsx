import { type Key, type ReactNode, useId, useState } from 'react';
import { Icon } from './Icon.js';
import { words } from './words.js';

export interface Column<Row> {
  key: string;
  label: string;
  cell: (row: Row) => ReactNode;
  /** What to sort by; without it the column does not sort. */
  sortBy?: (row: Row) => string | number;
  /** Tabular figures, set to the right. */
  numeric?: boolean;
  /** The cell that names the row. One column has it; the first one when none says so. */
  rowHeader?: boolean;
}

export interface Sort {
  key: string;
  direction: 'ascending' | 'descending';
}

export interface TableProps<Row> {
  /** States what the table shows; it is read first. */
  caption: ReactNode;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => Key;
  defaultSort?: Sort;
  /** When the server sorts: the present order, and who to tell. */
  sort?: Sort;
  onSort?: (sort: Sort) => void;
  empty?: ReactNode;
  /** Several lines to a cell, or one dense line (the default). */
  dense?: boolean;
}

/**
 * A dense table that sorts. It is a plain HTML table rather than an ARIA grid, because
 * screen readers read plain tables best and printers print them.
 */
export function Table<Row>({ caption, columns, rows, rowKey, defaultSort, sort, onSort, empty, dense = true }: TableProps<Row>) {
  const id = useId();
  const [own, setOwn] = useState(defaultSort);
  const order = sort ?? own;
  const sortedBy = columns.find((column) => column.key === order?.key);
  const shown = onSort || !order || !sortedBy?.sortBy ? rows : sorted(rows, sortedBy.sortBy, order.direction);
  const named = Math.max(0, columns.findIndex((column) => column.rowHeader));

  function press(key: string) {
    const direction = order?.key === key && order.direction === 'ascending' ? 'descending' : 'ascending';
    const next: Sort = { key, direction };
    if (onSort) onSort(next);
    else setOwn(next);
  }

  return (
    // A wide table scrolls by itself, so the keyboard must be able to reach and move it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="ui-table-scroll" role="region" aria-labelledby={id} tabIndex={0}>
      <table className="ui-table" data-dense={dense || undefined}>
        <caption>
          <span id={id} className="ui-caption">
            {caption}
          </span>
        </caption>
        <thead>
          <tr>
            {columns.map((column) => {
              const direction = order?.key === column.key ? order.direction : undefined;
              return (
                <th key={column.key} scope="col" data-numeric={column.numeric || undefined} aria-sort={column.sortBy ? (direction ?? 'none') : undefined}>
                  {column.sortBy ? (
                    <button type="button" className="ui-sort" onClick={() => press(column.key)} data-direction={direction}>
                      {column.label}
                      <Icon name={direction === 'ascending' ? 'up' : 'down'} />
                    </button>
                  ) : (
                    column.label
                  )}
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column, at) =>
                at === named ? (
                  <th key={column.key} scope="row" data-numeric={column.numeric || undefined}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.key} data-numeric={column.numeric || undefined}>
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
          {shown.length === 0 && (
            <tr>
              <td colSpan={columns.length} className="ui-table-empty">
                {empty ?? words.nothingFound}
              </td>
            </tr>
          )}
        </tbody>
      </table>
    </div>
  );
}

function sorted<Row>(rows: readonly Row[], by: (row: Row) => string | number, direction: Sort['direction']): Row[] {
  const sign = direction === 'ascending' ? 1 : -1;
  return [...rows].sort((one, other) => {
    const a = by(one);
    const b = by(other);
    if (typeof a === 'number' && typeof b === 'number') return sign * (a - b);
    return sign * String(a).localeCompare(String(b), 'en-US', { numeric: true });
  });
}
