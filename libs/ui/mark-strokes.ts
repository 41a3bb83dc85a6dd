const BOX = 48;
const TABLE = 5.4; // from the middle to each stroke
const WIDTH = 6.6;
const GAP = 2.1;
const REACH = 6; // how far a stroke runs past the one that rests on it

/**
 * The strokes of the mark: each begins beyond its neighbour and ends against the next, so
 * that all hold each other up and none can be taken away. Works for three to eight strokes.
 */
export function markStrokes(count: number): string[] {
  const turn = (2 * Math.PI) / count;
  const table = TABLE * (count > 3 ? 1 + (count - 3) * 0.35 : 1);
  const along = (out: number, next: number) => (next - out * Math.cos(turn)) / Math.sin(turn);
  const headIn = along(table, table - GAP);
  const headOut = along(table + WIDTH, table - GAP);
  const tailIn = -table * Math.tan(turn / 2) - WIDTH / Math.sin(turn) - REACH;
  const tailOut = tailIn + (headOut - headIn);
  const corners: [number, number][] = [
    [table, tailIn],
    [table, headIn],
    [table + WIDTH, headOut],
    [table + WIDTH, tailOut],
  ];
  const farthest = Math.max(...corners.map(([out, side]) => Math.hypot(out, side)));
  const scale = (BOX / 2 - 1.4) / farthest;
  return Array.from({ length: count }, (_, at) => {
    const angle = Math.PI / 2 + at * turn;
    const points = corners.map(([out, side]) => {
      const x = BOX / 2 + scale * (out * Math.cos(angle) - side * Math.sin(angle));
      const y = BOX / 2 + scale * (out * Math.sin(angle) + side * Math.cos(angle));
      return `${x.toFixed(2)} ${y.toFixed(2)}`;
    });
    return `M${points.join('L')}Z`;
  });
}
