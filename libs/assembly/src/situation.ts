import { schemeName, SCHEMES, type Sight } from '@risk/domain';
import { seconds, ToldLately, type Clock } from '@risk/kit';
import type { RegionRegister } from '@risk/routing';
import { PgSituation, type Database, type Situation } from '@risk/store';

/** A place of the map. */
export interface MapPlace {
  readonly code: string;
  readonly name: string;
  readonly kind: 'county' | 'zone';
  /** Column and row on the schematic map; null where the configuration gives none. */
  readonly tile: readonly [number, number] | null;
}

/** How the city stands, with the places to draw it on. */
export interface ShownSituation extends Situation {
  readonly at: Date;
  readonly city: string;
  readonly places: readonly MapPlace[];
  /** What schemes are called, by their codes. */
  readonly schemes: Readonly<Record<string, string>>;
}

const SCHEME_TITLES = Object.fromEntries(SCHEMES.map((scheme) => [scheme, schemeName(scheme)]));

/** A moment later the city stands no other way; what is told says of which moment it is. */
const FRESH = seconds(10);

/** Tells how the city stands, as far as somebody sees it. */
export class TellSituation {
  private readonly lately: ToldLately<ShownSituation>;

  constructor(
    private readonly figures: PgSituation,
    private readonly regions: RegionRegister,
    private readonly clock: Clock,
  ) {
    this.lately = new ToldLately(clock, FRESH);
  }

  /** `days` of China that end today. */
  run(sight: Sight, days: number): Promise<ShownSituation> {
    return this.lately.tell(JSON.stringify([sight, days]), () => this.read(sight, days));
  }

  private async read(sight: Sight, days: number): Promise<ShownSituation> {
    const at = this.clock.now();
    const figures = await this.figures.read(sight, days, at);
    const city = this.regions.city.name;
    return { ...figures, at, city, places: this.places(sight), schemes: SCHEME_TITLES };
  }

  private places({ regions: seen }: Sight): readonly MapPlace[] {
    const { counties, zones } = this.regions;
    return [...counties, ...zones]
      .filter(({ code }) => seen === 'all' || seen.includes(code))
      .map(({ code, name, kind, tile = null }) => ({
        ...{ code, name, tile },
        kind: kind === 'zone' ? 'zone' : 'county',
      }));
  }
}

/** Ties the figures to the database and to the places of the city. */
export const tieSituation = (house: {
  readonly database: Database;
  readonly engines: { readonly routing: { readonly regions: RegionRegister } };
  readonly clock: Clock;
}): TellSituation =>
  new TellSituation(new PgSituation(house.database), house.engines.routing.regions, house.clock);
