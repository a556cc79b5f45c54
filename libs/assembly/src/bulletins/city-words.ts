import { CityWords } from '@risk/bulletins';
import { maskPersons } from '@risk/cases';
import type { SourceBook } from '@risk/intake';
import { unitOf } from '@risk/routing';
import type { Engines } from '../compile-engines.js';

/** What names things in the house. */
interface Names {
  readonly engines: Pick<Engines, 'routing' | 'judging'>;
  readonly sources: SourceBook;
  readonly regionName: (code: string | null) => string;
}

/** How bulletins call units, regions, sources and reasons, with nobody in it who could be known by a number. */
export class HouseWords extends CityWords {
  constructor(private readonly names: Names) {
    super();
  }

  unitName(code: string): string {
    return unitOf(this.names.engines.routing.units, code)?.name ?? code;
  }

  regionName(code: string | null): string {
    return this.names.regionName(code);
  }

  sourceTitle(source: string): string {
    return this.names.sources.get(source)?.title ?? source;
  }

  reasonTitle(code: string): string | null {
    return this.names.engines.judging.titleOf(code);
  }

  isAboutWhole(code: string): boolean {
    return this.names.engines.judging.rules.cards.get(code)?.feed === 'entity';
  }

  mask(text: string): string {
    return maskPersons(text);
  }
}
