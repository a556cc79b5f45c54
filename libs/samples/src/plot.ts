import type { AdvertisementPayload, Scheme } from '@risk/domain';
import type { Trade } from './trades.js';

export type Medium = NonNullable<AdvertisementPayload['medium']>;

/** How one kind of scheme unfolds: who stands behind it and what is said at each stage. */
export interface Plot {
  /** Stable key. */
  readonly kind: string;
  readonly title: string;
  readonly scheme: Exclude<Scheme, 'none'>;
  /** How many stories of this kind are told. */
  readonly stories: number;
  /** What the firm registers; null where nobody registered anything. */
  readonly trade: Trade | null;
  /** What the firm adds to its scope or name once it is on its way. */
  readonly drift?: string;
  /** A second firm at the same phone and site. */
  readonly companion: Trade | null;
  /** What people call it. */
  readonly aliases: readonly string[];
  readonly media: readonly Medium[];
  /** What is promised or demanded, as it is advertised. */
  readonly rates: readonly string[];
  /** Sum at stake for one person, yuan. */
  readonly stake: readonly [number, number];
  /** Early advertisements: friendly. */
  readonly baits: readonly string[];
  /** Growing ones: the promise is spoken out. */
  readonly lures: readonly string[];
  /** Late ones: hurry. */
  readonly pushes: readonly string[];
  /** What grid workers and banks see of it. */
  readonly sightings: readonly string[];
  /** First worried letters. */
  readonly worries: readonly string[];
  /** The money is stuck, or the harm is done. */
  readonly harms: readonly string[];
  /** They are gone. */
  readonly gone: readonly string[];
}

/** Writes down the line of business of a scheme's firm; a company with some millions unless told otherwise. */
export const business = (
  words: string,
  industry: string,
  scope: string,
  other: Partial<Trade> = {},
): Trade => ({
  words: words.split(' '),
  form: '有限公司',
  register: '91',
  industry,
  scope: scope.split(' '),
  capital: [500, 5000],
  ...other,
});
