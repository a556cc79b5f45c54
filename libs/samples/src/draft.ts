import type { Window } from './moments.js';
import type { Random } from './random.js';
import type {
  AdvertisementPayload,
  ComplaintPayload,
  Feed,
  RegistrationPayload,
} from '@risk/domain';

/** A payload that says of itself that it is invented. */
type Sample<P> = P & { readonly sample: true };

interface Common {
  readonly at: number;
  /** Names the record inside the generator, so that others can relate to it. */
  readonly key: string;
  /** Keys of earlier pieces by the same person. */
  readonly related: readonly string[];
}

/** A record before it gets its number. */
export type Draft =
  | (Common & { readonly feed: 'registration'; readonly payload: Sample<RegistrationPayload> })
  | (Common & { readonly feed: 'complaint'; readonly payload: Sample<ComplaintPayload> })
  | (Common & { readonly feed: 'advertisement'; readonly payload: Sample<AdvertisementPayload> });

/** What a door receives: the envelope of CONTRACTS, as plain JSON. */
export interface SampleEnvelope {
  readonly source: string;
  readonly sourceId: string;
  readonly occurredAt: string;
  readonly related?: readonly string[];
  readonly payload: Readonly<Record<string, unknown>>;
}

export interface SampleRecord {
  readonly feed: Feed;
  readonly envelope: SampleEnvelope;
}

/** Gives out each text once: asks again while it was said before, and gives up loudly. */
export type Fresh = (make: () => string) => string;

const PATIENCE = 200;

export function freshTexts(): Fresh {
  const said = new Set<string>();
  return (make) => {
    for (let tried = 0; tried < PATIENCE; tried++) {
      const text = make();
      if (said.has(text)) continue;
      said.add(text);
      return text;
    }
    throw new RangeError(`the templates are exhausted: ${make()}`);
  };
}

/** What inventing records needs at hand: when, with what chance, and what was said already. */
export interface Scene {
  readonly window: Window;
  readonly fresh: Fresh;
  readonly random: Random;
}
