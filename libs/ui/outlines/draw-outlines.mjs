/**
 * Draws outlines.json, the signs of the states and territories, from us-atlas:
 *   node libs/ui/outlines/draw-outlines.mjs
 * Each place is projected around its own middle, fitted to a 100 x 100 box, thinned, and
 * rounded to tenths, because it is shown at the size of a letter and never as a map.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { geoCentroid, geoConicEqualArea, geoPath } from 'd3-geo';
import { feature } from 'topojson-client';

const codes = {
  '01': 'AL', '02': 'AK', '04': 'AZ', '05': 'AR', '06': 'CA', '08': 'CO', '09': 'CT', 10: 'DE', 11: 'DC',
  12: 'FL', 13: 'GA', 15: 'HI', 16: 'ID', 17: 'IL', 18: 'IN', 19: 'IA', 20: 'KS', 21: 'KY', 22: 'LA',
  23: 'ME', 24: 'MD', 25: 'MA', 26: 'MI', 27: 'MN', 28: 'MS', 29: 'MO', 30: 'MT', 31: 'NE', 32: 'NV',
  33: 'NH', 34: 'NJ', 35: 'NM', 36: 'NY', 37: 'NC', 38: 'ND', 39: 'OH', 40: 'OK', 41: 'OR', 42: 'PA',
  44: 'RI', 45: 'SC', 46: 'SD', 47: 'TN', 48: 'TX', 49: 'UT', 50: 'VT', 51: 'VA', 53: 'WA', 54: 'WV',
  55: 'WI', 56: 'WY', 60: 'AS', 66: 'GU', 69: 'MP', 72: 'PR', 78: 'VI',
};
const TOLERANCE = 0.45;
const SMALLEST_ISLAND = 0.6; // square units of the 100 x 100 box

const require = createRequire(import.meta.url);
const atlas = JSON.parse(readFileSync(require.resolve('us-atlas/states-10m.json'), 'utf8'));
const outlines = {};
for (const place of feature(atlas, atlas.objects.states).features) {
  const code = codes[place.id];
  if (!code) continue;
  outlines[code] = { name: place.properties.name, d: draw(place) };
}
const sorted = Object.fromEntries(Object.entries(outlines).sort(([a], [b]) => a.localeCompare(b)));
const text = `${JSON.stringify(sorted, null, 0).replaceAll('},"', '},\n"')}\n`;
writeFileSync(new URL('./outlines.json', import.meta.url), text);
console.log(`${Object.keys(sorted).length} outlines, ${text.length} bytes`);

function draw(place) {
  const [lon, lat] = geoCentroid(place);
  const projection = geoConicEqualArea()
    .parallels([lat - 2, lat + 2])
    .rotate([-lon, 0])
    .center([0, lat])
    .fitExtent([[2, 2], [98, 98]], place);
  const rings = geoPath(projection)(place)
    .split('Z')
    .filter(Boolean)
    .map((ring) => ring.slice(1).split('L').map((pair) => pair.split(',').map(Number)))
    .map((points) => ({ points: thin(points), area: area(points) }))
    .sort((a, b) => b.area - a.area);
  return rings
    .filter((ring, at) => at === 0 || (ring.area > SMALLEST_ISLAND && ring.points.length > 3))
    .map((ring) => write(ring.points))
    .join('');
}

/** Relative steps in tenths, which say the same in half the letters. */
function write(points) {
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

function area(points) {
  let sum = 0;
  for (let i = 0, j = points.length - 1; i < points.length; j = i++) {
    sum += points[j][0] * points[i][1] - points[i][0] * points[j][1];
  }
  return Math.abs(sum / 2);
}

/** Douglas and Peucker, run on the two halves of a closed ring. */
function thin(ring) {
  if (ring.length < 6) return ring;
  const far = ring.reduce((best, p, i) => (apart(p, ring[0]) > apart(ring[best], ring[0]) ? i : best), 0);
  return [...thinLine(ring.slice(0, far + 1)).slice(0, -1), ...thinLine(ring.slice(far))];
}

function thinLine(line) {
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
  if (worst <= TOLERANCE) return [first, last];
  return [...thinLine(line.slice(0, at + 1)).slice(0, -1), ...thinLine(line.slice(at))];
}

function apart(a, b) {
  return Math.hypot(a[0] - b[0], a[1] - b[1]);
}
