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
import { area, codes, thin, write } from './lines.mjs';

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
    .map((points) => ({ points: thin(points, TOLERANCE), area: area(points) }))
    .sort((a, b) => b.area - a.area);
  return rings
    .filter((ring, at) => at === 0 || (ring.area > SMALLEST_ISLAND && ring.points.length > 3))
    .map((ring) => write(ring.points))
    .join('');
}
