/** What the two drawings share: the states by their FIPS codes, and lines that are thinned and written short. */
export const codes = {
  '01': 'AL', '02': 'AK', '04': 'AZ', '05': 'AR', '06': 'CA', '08': 'CO', '09': 'CT', 10: 'DE', 11: 'DC',
  12: 'FL', 13: 'GA', 15: 'HI', 16: 'ID', 17: 'IL', 18: 'IN', 19: 'IA', 20: 'KS', 21: 'KY', 22: 'LA',
  23: 'ME', 24: 'MD', 25: 'MA', 26: 'MI', 27: 'MN', 28: 'MS', 29: 'MO', 30: 'MT', 31: 'NE', 32: 'NV',
  33: 'NH', 34: 'NJ', 35: 'NM', 36: 'NY', 37: 'NC', 38: 'ND', 39: 'OH', 40: 'OK', 41: 'OR', 42: 'PA',
  44: 'RI', 45: 'SC', 46: 'SD', 47: 'TN', 48: 'TX', 49: 'UT', 50: 'VT', 51: 'VA', 53: 'WA', 54: 'WV',
  55: 'WI', 56: 'WY', 60: 'AS', 66: 'GU', 69: 'MP', 72: 'PR', 78: 'VI',
};

/** Relative steps in tenths, which say the same in half the letters. */
export function write(points) {
  let [x, y] = points[0].map((n) => Math.round(n * 10));
  let d = `M${x / 10} ${y / 10}l`;
  const steps = points.slice(1, -1).map(([px, py]) => {
    const dx = Math.round(px * 10) - x;
    const dy = Math.round(py * 10) - y;
    x += dx;
    y += dy;
    return `${dx / 10} ${dy / 10}`;
  });
  d += steps.join(' ').replace(/(^|[ -])0\./g, '$1.').replaceAll(' -', '-');
  return `${d}z`;
}

export function area(points) {
  let sum = 0;
  for (let i = 0, j = points.length - 1; i < points.length; j = i++) {
    sum += points[j][0] * points[i][1] - points[i][0] * points[j][1];
  }
  return Math.abs(sum / 2);
}

/** Douglas and Peucker, run on the two halves of a closed ring. */
export function thin(ring, tolerance) {
  if (ring.length < 6) return ring;
  const far = ring.reduce((best, p, i) => (apart(p, ring[0]) > apart(ring[best], ring[0]) ? i : best), 0);
  return [...thinLine(ring.slice(0, far + 1), tolerance).slice(0, -1), ...thinLine(ring.slice(far), tolerance)];
}

export function thinLine(line, tolerance) {
  if (line.length < 3) return line;
  const first = line[0];
  const last = line[line.length - 1];
  const length = apart(first, last) || 1;
  let worst = 0;
  let at = 0;
  for (let i = 1; i < line.length - 1; i++) {
    const off = Math.abs(
      (last[1] - first[1]) * line[i][0] - (last[0] - first[0]) * line[i][1] + last[0] * first[1] - last[1] * first[0],
    ) / length;
    if (off > worst) [worst, at] = [off, i];
  }
  if (worst <= tolerance) return [first, last];
  return [...thinLine(line.slice(0, at + 1), tolerance).slice(0, -1), ...thinLine(line.slice(at), tolerance)];
}

function apart(a, b) {
  return Math.hypot(a[0] - b[0], a[1] - b[1]);
}
