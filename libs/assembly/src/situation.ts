import type { OutcomeFigures, ReportOutcomes } from '@risk/cases';
import { schemeName, SCHEMES, type Sight } from '@risk/domain';
import { chinaDay, days, minutes, seconds, ToldLately, type Clock } from '@risk/kit';
import type { RegionRegister } from '@risk/routing';
import { PgSituation, type Database, type PgOverview, type Situation } from '@risk/store';

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

/** How early alerts were, and how often right, as far as outcomes are known. */
export interface ShownLeadTime extends Pick<
  OutcomeFigures,
  'period' | 'leadTime' | 'overall' | 'alertsPerConfirmedCase' | 'confirmedCases'
> {
  /** Nothing real is known yet: it is the sample city's. */
  readonly samples: boolean;
}

/** Outcomes are entered a few times a day, and every alert of the days is counted against them. */
const OUTCOMES_FRESH = minutes(5);

/** Where figures of the city come from. */
interface SituationSources {
  readonly figures: PgSituation;
  readonly report: Pick<ReportOutcomes, 'figures'>;
  readonly hasRealRecords: () => Promise<boolean>;
  readonly regions: RegionRegister;
  readonly clock: Clock;
}

/** Tells how the city stands, as far as somebody sees it. */
export class TellSituation {
  private readonly lately: ToldLately<ShownSituation>;
  private readonly lead: ToldLately<ShownLeadTime>;

  constructor(private readonly sources: SituationSources) {
    this.lately = new ToldLately(sources.clock, FRESH);
    this.lead = new ToldLately(sources.clock, OUTCOMES_FRESH);
  }

  /** Over `span` days of China that end today. */
  run(sight: Sight, span: number): Promise<ShownSituation> {
    return this.lately.tell(JSON.stringify([sight, span]), () => this.read(sight, span));
  }

  /** Of the whole city, over `span` days of China that end today. */
  leadTime(span: number): Promise<ShownLeadTime> {
    return this.lead.tell(String(span), () => this.readLeadTime(span));
  }

  private async read(sight: Sight, span: number): Promise<ShownSituation> {
    const { figures, regions, clock } = this.sources;
    const at = clock.now();
    const read = await figures.read(sight, span, at);
    const city = regions.city.name;
    return { ...read, at, city, places: this.places(sight), schemes: SCHEME_TITLES };
  }

  private async readLeadTime(span: number): Promise<ShownLeadTime> {
    const { report, hasRealRecords, clock } = this.sources;
    const from = chinaDay(new Date(clock.now().getTime() - days(span - 1)));
    const samples = !(await hasRealRecords());
    const measured = await report.figures({ from, to: null, samples });
    const { period, leadTime, overall, alertsPerConfirmedCase, confirmedCases } = measured;
    return { period, samples, leadTime, overall, alertsPerConfirmedCase, confirmedCases };
  }

  private places({ regions: seen }: Sight): readonly MapPlace[] {
    const { counties, zones } = this.sources.regions;
    return [...counties, ...zones]
      .filter(({ code }) => seen === 'all' || seen.includes(code))
      .map(({ code, name, kind, tile = null }) => ({
        ...{ code, name, tile },
        kind: kind === 'zone' ? 'zone' : 'county',
      }));
  }
}

/** Ties the figures to the database, to the outcomes and to the places of the city. */
export const tieSituation = (house: {
  readonly database: Database;
  readonly overview: PgOverview;
  readonly cases: { readonly report: ReportOutcomes };
  readonly engines: { readonly routing: { readonly regions: RegionRegister } };
  readonly clock: Clock;
}): TellSituation =>
  new TellSituation({
    figures: new PgSituation(house.database),
    report: house.cases.report,
    hasRealRecords: () => house.overview.hasRealRecords(),
    regions: house.engines.routing.regions,
    clock: house.clock,
  });
