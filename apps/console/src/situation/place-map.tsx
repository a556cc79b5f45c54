import type { CityMap, Situation } from '../api/situation.js';
import { useAsked } from '../api/use-asked.js';
import { byPlace, depthOf, heatOf, type Counted } from './counted.js';
import type { PlaceMapProps } from './map-props.js';
import { OutlineMap } from './outline-map.js';
import { tierWords } from './situation-words.js';

/** The counties and zones with their open alerts: the city's own map where there is one, else a schematic one. */
export function PlaceMap(props: PlaceMapProps) {
  const map = useAsked<CityMap>('situation/map').data;
  const places = byPlace(props.situation);
  const most = Math.max(0, ...places.map(({ byTier }) => heatOf(byTier)));
  const zones = zonesOf(props.situation, places);
  return (
    <div className="situation-map">
      {map && map.shapes.length > 0 ? (
        <OutlineMap map={map} places={places} most={most} {...props} />
      ) : (
        <Tiles places={places} most={most} {...props} />
      )}
      {zones.length > 0 && (
        <div className="situation-zones" role="group" aria-label="园区和其他">
          {zones.map((place) => (
            <PlaceButton key={place.code} place={place} most={most} {...props} />
          ))}
        </div>
      )}
    </div>
  );
}

/** What no county map shows: zones, and alerts whose place is unknown. */
function zonesOf({ places }: Situation, counted: readonly Counted[]): readonly Counted[] {
  const counties = new Set(places.filter(({ kind }) => kind === 'county').map(({ code }) => code));
  return counted.filter(({ code }) => !counties.has(code));
}

interface DrawnProps extends PlaceMapProps {
  readonly places: readonly Counted[];
  readonly most: number;
}

function Tiles({ places, most, ...props }: DrawnProps) {
  const counties = props.situation.places.filter(({ kind }) => kind === 'county');
  return (
    <div className="situation-tiles" role="group" aria-label="各县市区示意图">
      {counties.map(({ code, tile }) => {
        const place = places.find((one) => one.code === code);
        if (!place) return null;
        const [column, row] = tile ?? ['auto', 'auto'];
        return (
          <div key={code} style={{ gridColumn: column, gridRow: row }}>
            <PlaceButton place={place} most={most} {...props} />
          </div>
        );
      })}
    </div>
  );
}

interface PlaceButtonProps extends PlaceMapProps {
  readonly place: Counted;
  readonly most: number;
}

function PlaceButton({ place, most, chosen, choose }: PlaceButtonProps) {
  const { code, title, total, byTier } = place;
  const isChosen = chosen === code;
  return (
    <button
      type="button"
      className={`situation-place depth-${String(depthOf(byTier, most))}`}
      aria-pressed={isChosen}
      aria-label={`${title}：${tierWords(byTier)}`}
      title={tierWords(byTier)}
      onClick={() => choose(isChosen ? null : code)}
    >
      <span>{title}</span>
      <strong>{total}</strong>
    </button>
  );
}
