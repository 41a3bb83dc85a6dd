import type { PracticeGridQuery } from './practices.generated.js';

export type Grid = PracticeGridQuery['practiceGrid'];
export type Column = Grid['columns'][number];
export type Cell = Column['cells'][number];
export type GridPrinciple = PracticeGridQuery['principles'][number];
export type Group = 'mine' | 'told' | 'recorded';

/** A cell that is open: a principle and a district's slug. */
export interface Place {
  principle: number;
  district: string;
}

export function cellOf(column: Column, principle: number): Cell | undefined {
  return column.cells.find((cell) => cell.principle === principle);
}

/** Your own district, then those whose teams have told something themselves, then those known from the record only. */
export function groupsOf(columns: readonly Column[]): { group: Group; columns: readonly Column[] }[] {
  const groupOf = (column: Column): Group => {
    if (column.isMine) return 'mine';
    return column.cells.some((cell) => cell.practices.some((practice) => practice.status === 'shared')) ? 'told' : 'recorded';
  };
  return (['mine', 'told', 'recorded'] as const)
    .map((group) => ({ group, columns: columns.filter((column) => groupOf(column) === group) }))
    .filter((found) => found.columns.length > 0);
}

/** The principle under which least is known, for the finding above the grid. */
export function rarestOf(grid: Grid, principles: readonly GridPrinciple[]): { name: string; count: number } | null {
  const least = [...grid.byPrinciple].sort((one, other) => one.count - other.count)[0];
  const principle = principles.find((candidate) => candidate.number === least?.principle);
  return least && principle ? { name: principle.shortName, count: least.count } : null;
}
