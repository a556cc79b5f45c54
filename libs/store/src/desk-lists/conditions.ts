import type { Sight } from '@risk/domain';
import { valuesOfSight, type SightPlaces } from '../access/sight-sql.js';
import { Bound } from '../bound.js';
import type { ListFilter } from '../list-page.js';

/** The conditions of a list, each with its value; what is not asked for does not burden the question. */
export class Conditions {
  private readonly parts: string[] = [];
  private readonly bound = new Bound();

  /** A condition without a value. */
  that(sql: string): this {
    this.parts.push(sql);
    return this;
  }

  /** A condition about a value, which is told its placeholder; null asks for nothing. */
  about(value: unknown, sql: (place: string) => string): this {
    if (value === null) return this;
    return this.that(sql(this.bound.place(value)));
  }

  /** Only what somebody sees. */
  seenBy(sight: Sight, sees: (places: SightPlaces) => string): this {
    const [units, regions] = valuesOfSight(sight);
    const put = (value: unknown): string => this.bound.put(value, 'text[]');
    return this.that(sees({ units: put(units), regions: put(regions) }));
  }

  get filter(): ListFilter {
    const where = this.parts.length === 0 ? 'true' : this.parts.join(' and ');
    return { where, values: this.bound.values };
  }
}
