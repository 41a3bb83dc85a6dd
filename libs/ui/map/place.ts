import { geoConicEqualArea, type GeoProjection } from 'd3-geo';
import sheet from './us-map.json' with { type: 'json' };

export interface Located {
  state: string | null;
  latitude: number | null;
  longitude: number | null;
}

const projections = sheet.parts.map(({ states, parallels, rotate, center, scale, translate }) => ({
  states,
  projection: geoConicEqualArea()
    .parallels(parallels as [number, number])
    .rotate(rotate as [number, number])
    .center(center as [number, number])
    .scale(scale)
    .translate(translate as [number, number]),
}));
const mainland = projections[0]?.projection as GeoProjection;

/** Where something stands on the sheet; null for what has no place on record. Its state decides in which part of the sheet. */
export function placeOn({ state, latitude, longitude }: Located): [number, number] | null {
  if (latitude === null || longitude === null) return null;
  const projection = projections.find((part) => state !== null && part.states.includes(state))?.projection ?? mainland;
  const point = projection([longitude, latitude]);
  // An office beyond the sheet is no mark on it.
  return point && point[0] >= 0 && point[0] <= sheet.width && point[1] >= 0 && point[1] <= sheet.height ? point : null;
}
