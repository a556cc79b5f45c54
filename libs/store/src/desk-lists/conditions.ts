import type { Sight } from '@risk/domain';
import { sightFrom, valuesOfSight, type SightPlaces } from '../access/sight-sql.js';
import type { ListFilter } from '../list-page.js';

/** The conditions of a list, each with its value; what is not asked for does not burden the question. */
export class Conditions {
  private readonly parts: string[] = [];
  private readonly values: unknown[] = [];

  /** A condition without a value. */
  that(sql: string): this {
    this.parts.push(sql);
    return this;
  }

  /** A condition about a value, which is told its placeholder; null asks for nothing. */
  about(value: unknown, sql: (place: string) => string): this {
    if (value === null) return this;
    this.values.push(value);
    return this.that(sql(`$${String(this.values.length)}`));
  }

  /** Only what somebody sees. */
  seenBy(sight: Sight, sees: (places: SightPlaces) => string): this {
    const places = sightFrom(this.values.length + 1);
    this.values.push(...valuesOfSight(sight));
    return this.that(sees(places));
  }

  get filter(): ListFilter {
    const where = this.parts.length === 0 ? 'true' : this.parts.join(' and ');
    return { where, values: this.values };
  }
}
