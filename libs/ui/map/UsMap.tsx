import { lazy, type ReactNode, Suspense } from 'react';
import { Loading } from '../Loading.js';
import type { Located } from './place.js';
import { words } from '../words.js';

/** Something on the map. Shape and filling say what it is, so that nobody needs the colour. */
export interface MapMark extends Located {
  id: string;
  shape: 'circle' | 'diamond';
  filled: boolean;
  /** A ring around it. */
  ring?: boolean;
}

export interface UsMapProps {
  marks: readonly MapMark[];
  /** From 0 to 4 by state: how much of something lies there. */
  shades?: ReadonlyMap<string, number>;
  highlighted?: string | null;
  onHighlight?: (id: string | null) => void;
  /** A mark was pressed: show it in the list. */
  onChoose?: (id: string) => void;
  /** States the finding. */
  caption: ReactNode;
  /** What the signs mean. */
  legend?: ReactNode;
}

// The outlines and the projection come only where a map is shown.
const DrawnMap = lazy(() => import('./DrawnMap.js'));
const LoneMark = lazy(() => import('./DrawnMap.js').then((module) => ({ default: module.LoneMark })));

/**
 * States and territories of the US with marks on them. Screen readers and the keyboard pass it by: whoever shows it
 * shows the same as a list or table, with those that have no place on the map, and lights the one the reader is at.
 */
export function UsMap({ caption, legend, ...map }: UsMapProps) {
  return (
    <figure className="ui-map-figure">
      <Suspense
        fallback={
          <div className="ui-map-waits">
            <Loading label={words.mapLoading} lines={3} />
          </div>
        }
      >
        <DrawnMap {...map} />
      </Suspense>
      <figcaption>
        <p className="ui-map-finding">{caption}</p>
        {legend && <div className="ui-map-legend">{legend}</div>}
        <p className="ui-map-note">{words.mapApart}</p>
      </figcaption>
    </figure>
  );
}

/** One line of a legend: the sign and what it says. */
export function MapKey({ shape, filled, ring = false, children }: Pick<MapMark, 'shape' | 'filled' | 'ring'> & { children: ReactNode }) {
  return (
    <span className="ui-map-key-line">
      <Suspense fallback={<span className="ui-map-key" />}>
        <LoneMark mark={{ shape, filled, ring }} />
      </Suspense>
      {children}
    </span>
  );
}

/** One line of a legend: a shade and the numbers it stands for. */
export function MapShade({ shade, children }: { shade: number; children: ReactNode }) {
  return (
    <span className="ui-map-key-line" data-shades>
      <span className="ui-map-shade" data-shade={shade} aria-hidden="true" />
      {children}
    </span>
  );
}
