import { type CSSProperties, useEffect, useRef, useState } from 'react';
import type { MapMark, UsMapProps } from './UsMap.js';
import { placeOn } from './place.js';
import sheet from './us-map.json' with { type: 'json' };

// Marks keep their size on paper, however small the sheet is drawn.
const MARK = 6;

/** The sheet itself. It is drawn for eyes alone: everything on it stands in the list beside it, and the keyboard walks that. */
export default function DrawnMap({ marks, shades, highlighted, onHighlight, onChoose }: Omit<UsMapProps, 'caption' | 'legend'>) {
  const box = useRef<SVGSVGElement>(null);
  const [width, setWidth] = useState(sheet.width);
  useEffect(() => {
    const svg = box.current;
    if (!svg) return;
    const watch = new ResizeObserver(([entry]) => entry && setWidth(entry.contentRect.width || sheet.width));
    watch.observe(svg);
    return () => watch.disconnect();
  }, []);
  const unit = (sheet.width / width) * (width < 560 ? 0.8 : 1);
  const placed = marks.flatMap((mark) => {
    const at = placeOn(mark);
    return at ? [{ mark, at }] : [];
  });
  // The one that is looked at is drawn last, above its neighbors.
  placed.sort((one, other) => Number(one.mark.id === highlighted) - Number(other.mark.id === highlighted));
  return (
    <svg ref={box} className="ui-map" viewBox={`0 0 ${sheet.width} ${sheet.height}`} aria-hidden="true" focusable="false" onMouseLeave={() => onHighlight?.(null)}>
      <g className="ui-map-states">
        {Object.entries(sheet.states).map(([code, d]) => (
          <path key={code} d={d} data-shade={shades?.get(code) ?? 0} />
        ))}
      </g>
      {placed.map(({ mark, at: [x, y] }) => (
        <g
          key={mark.id}
          className="ui-map-mark"
          data-filled={mark.filled || undefined}
          data-lit={mark.id === highlighted || undefined}
          transform={`translate(${x.toFixed(1)} ${y.toFixed(1)}) scale(${(unit * (mark.id === highlighted ? 1.5 : 1)).toFixed(3)})`}
          onMouseEnter={() => onHighlight?.(mark.id)}
          onClick={() => onChoose?.(mark.id)}
        >
          {/* What a finger can hit. */}
          <circle className="ui-map-reach" r={MARK * 2} />
          <Sign mark={mark} />
        </g>
      ))}
    </svg>
  );
}

function Sign({ mark }: { mark: Pick<MapMark, 'shape' | 'ring'> }) {
  return (
    <>
      {mark.ring && <circle className="ui-map-ring" r={MARK + 4} />}
      {mark.shape === 'diamond' ? <path className="ui-map-sign" d={`M0 ${-MARK - 2}L${MARK + 2} 0L0 ${MARK + 2}L${-MARK - 2} 0Z`} /> : <circle className="ui-map-sign" r={MARK} />}
    </>
  );
}

/** A mark by itself, for the words that explain it. */
export function LoneMark({ mark }: { mark: Pick<MapMark, 'shape' | 'ring' | 'filled'> }) {
  const style: CSSProperties = { width: '1.5rem', height: '1.5rem' };
  return (
    <svg viewBox="-12 -12 24 24" style={style} className="ui-map-key" aria-hidden="true" focusable="false">
      <g className="ui-map-mark" data-filled={mark.filled || undefined}>
        <Sign mark={mark} />
      </g>
    </svg>
  );
}
