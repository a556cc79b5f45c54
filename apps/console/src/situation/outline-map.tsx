import { useMemo, type KeyboardEvent } from 'react';
import type { CityMap } from '../api/situation.js';
import { depthOf, type Counted } from './counted.js';
import { drawnMap } from './outlines.js';
import type { PlaceMapProps } from './map-props.js';
import { tierWords } from './situation-words.js';

interface OutlineMapProps extends PlaceMapProps {
  readonly map: CityMap;
  readonly places: readonly Counted[];
  readonly most: number;
}

/** The city's own map, each county a button. */
export function OutlineMap({ map, places, most, chosen, choose }: OutlineMapProps) {
  const { width, height, outlines } = useMemo(() => drawnMap(map), [map]);
  const pick = (code: string) => () => choose(chosen === code ? null : code);
  const onKey = (code: string) => (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    pick(code)();
  };
  return (
    <svg viewBox={`0 0 ${String(width)} ${String(height)}`} role="group" aria-label="各县市区地图">
      {outlines.map(({ code, path, x, y }) => {
        const place = places.find((one) => one.code === code);
        if (!place) return null;
        return (
          <g
            key={code}
            role="button"
            tabIndex={0}
            aria-pressed={chosen === code}
            aria-label={`${place.title}：${tierWords(place.byTier)}`}
            className={`situation-shape depth-${String(depthOf(place.byTier, most))}`}
            onClick={pick(code)}
            onKeyDown={onKey(code)}
          >
            <path d={path} fillRule="evenodd" />
            <text x={x} y={y}>
              {place.title}
            </text>
            <text x={x} y={y + 18}>
              {place.total}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
