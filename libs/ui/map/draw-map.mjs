/**
 * Draws us-map.json, the states and territories on one sheet, from us-atlas:
 *   node libs/ui/map/draw-map.mjs
 * The lower 48 stand at their place; Alaska, Hawaii and the five territories are set apart in a row below, each at a
 * scale of its own. The projections are written beside the outlines, so that a mark falls where the outline lies.
 * Borders are thinned before they are drawn, as lines that two states share, so that no gap opens between them.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { geoConicEqualArea, geoPath } from 'd3-geo';
import { feature } from 'topojson-client';
import { codes, thin, thinLine } from '../outlines/lines.mjs';

const WIDTH = 960;
const HEIGHT = 640;
/** The middle and the two true parallels of each part, and where on the sheet it is fitted to. */
const APART = [
  { states: ['AK'], middle: [-154, 63], parallels: [55, 65], frame: [12, 500, 200, 628] },
  { states: ['HI'], middle: [-157.5, 20.5], parallels: [19, 22], frame: [224, 530, 340, 628] },
  { states: ['AS'], middle: [-170.2, -14.3], parallels: [-15, -13], frame: [364, 560, 464, 628] },
  { states: ['GU'], middle: [144.8, 13.4], parallels: [13, 14], frame: [484, 550, 544, 628] },
  { states: ['MP'], middle: [145.5, 14.8], parallels: [14, 16], frame: [564, 540, 624, 628] },
  { states: ['PR'], middle: [-66.4, 18.2], parallels: [17.5, 18.8], frame: [636, 570, 776, 628] },
  { states: ['VI'], middle: [-64.8, 18], parallels: [17, 19], frame: [800, 560, 880, 628] },
];
const apart = APART.flatMap(({ states }) => states);
const MAINLAND = { states: Object.values(codes).filter((code) => !apart.includes(code)), middle: [-96, 38], parallels: [29.5, 45.5], frame: [12, 8, 948, 520] };
const FINE = ['HI', ...apart.slice(2)];
// Far islands without a district would shrink the rest until nobody could see it.
const LEFT_OUT = { AK: ([lon]) => lon > 0, HI: ([lon]) => lon < -161, AS: ([lon, lat]) => lat > -12 || lon > -168.5, MP: ([, lat]) => lat > 15.5 };

const require = createRequire(import.meta.url);
const atlas = thinned(JSON.parse(readFileSync(require.resolve('us-atlas/states-10m.json'), 'utf8')));
const places = new Map(feature(atlas, atlas.objects.states).features.flatMap((place) => (codes[place.id] ? [[codes[place.id], whatIsShown(codes[place.id], place)]] : [])));

const parts = [];
const states = {};
for (const { states: names, middle, parallels, frame } of [MAINLAND, ...APART]) {
  const all = { type: 'FeatureCollection', features: names.map((name) => places.get(name)) };
  const projection = geoConicEqualArea().parallels(parallels).rotate([-middle[0], 0]).center([0, middle[1]]).fitExtent([frame.slice(0, 2), frame.slice(2)], all);
  parts.push({ states: names === MAINLAND.states ? [] : names, parallels, rotate: [-middle[0], 0], center: [0, middle[1]], scale: tenth(projection.scale()), translate: projection.translate().map(tenth) });
  const path = geoPath(projection).digits(1);
  for (const name of names) states[name] = path(places.get(name));
}
const text = `${JSON.stringify({ width: WIDTH, height: HEIGHT, parts, states }).replaceAll('","', '",\n"')}\n`;
writeFileSync(new URL('./us-map.json', import.meta.url), text);
console.log(`${Object.keys(states).length} states and territories, ${text.length} bytes`);

function tenth(number) {
  return Math.round(number * 10) / 10;
}

function whatIsShown(code, place) {
  const leftOut = LEFT_OUT[code];
  const polygons = place.geometry.type === 'Polygon' ? [place.geometry.coordinates] : place.geometry.coordinates;
  const kept = polygons.filter(([ring]) => !leftOut || !ring.some(leftOut)).filter(([ring]) => ring.length > 3);
  return { ...place, geometry: { type: 'MultiPolygon', coordinates: kept } };
}

function thinned(topology) {
  const { scale, translate } = topology.transform;
  const fine = new Set(topology.objects.states.geometries.filter((place) => FINE.includes(codes[place.id])).flatMap((place) => place.arcs.flat(3).map((arc) => (arc < 0 ? ~arc : arc))));
  const arcs = topology.arcs.map((arc, at) => {
    let [x, y] = [0, 0];
    const line = arc.map(([dx, dy]) => [(x += dx) * scale[0] + translate[0], (y += dy) * scale[1] + translate[1]]);
    const closed = line[0][0] === line.at(-1)[0] && line[0][1] === line.at(-1)[1];
    const tolerance = fine.has(at) ? 0.004 : 0.05;
    return closed ? thin(line, tolerance) : thinLine(line, tolerance);
  });
  const { transform: _, ...rest } = topology;
  return { ...rest, arcs };
}
