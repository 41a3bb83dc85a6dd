const BOX = 48;
const TABLE = 4.6; // from the middle to each stroke
const WIDTH = 4.7;
const GAP = 1.8;
const REACH = 8.4; // how far a stroke runs past the one that rests on it
const EDGE = 1.4; // room for the outline

type Point = readonly [number, number];

/**
 * The strokes of the mark: each begins beyond its neighbour and ends against the next, so
 * that all hold each other up and none can be taken away; in the middle the table they stand
 * around. Works for three to eight strokes, in a box of 48.
 */
export function markStrokes(count: number): string[] {
  const strokes = draw(count);
  const [left, right] = span(strokes.flat().map(([x]) => x));
  const [top, bottom] = span(strokes.flat().map(([, y]) => y));
  const scale = (BOX - 2 * EDGE) / Math.max(right - left, bottom - top);
  const place = (at: number, from: number, to: number) => ((at - (from + to) / 2) * scale + BOX / 2).toFixed(2);
  return strokes.map((stroke) => `M${stroke.map(([x, y]) => `${place(x, left, right)} ${place(y, top, bottom)}`).join('L')}Z`);
}

function draw(count: number): Point[][] {
  const turn = (2 * Math.PI) / count;
  const table = TABLE * (1 + (count - 3) * 0.35);
  /** Where the line at `out` from the middle crosses the neighbour's line at `next`. */
  const along = (out: number, next: number) => (next - out * Math.cos(turn)) / Math.sin(turn);
  const tail = -table * Math.tan(turn / 2) - WIDTH / Math.sin(turn) - REACH;
  const corners: Point[] = [
    [table, tail],
    [table, along(table, table - GAP)],
    [table + WIDTH, along(table + WIDTH, table - GAP)],
    [table + WIDTH, tail],
  ];
  return Array.from({ length: count }, (_, at) => {
    const angle = Math.PI / 2 + at * turn;
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    return corners.map(([out, side]): Point => [out * cos - side * sin, out * sin + side * cos]);
  });
}

function span(values: number[]): Point {
  return [Math.min(...values), Math.max(...values)];
}
