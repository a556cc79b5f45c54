import type { House } from '@risk/assembly';
import { SCHEMES, schemeName, type Feed, type Scheme } from '@risk/domain';

/** Something to choose, with what it is called. */
export interface Choice<Code extends string = string> {
  readonly code: Code;
  readonly name: string;
}

type Engines = Pick<House, 'engines'>;

/** The city as a place to choose. */
export const cityChoice = ({ engines }: Engines): Choice => choiceOf(engines.routing.regions.city);

/** The counties to choose from. */
export const countyChoices = ({ engines }: Engines): Choice[] =>
  engines.routing.regions.counties.map(choiceOf);

/** The counties and zones to choose from. */
export function regionChoices({ engines }: Engines): Choice[] {
  const { counties, zones } = engines.routing.regions;
  return [...counties, ...zones].map(choiceOf);
}

/** The units of the joint meeting to choose from. */
export const unitChoices = ({ engines }: Engines): Choice[] =>
  engines.routing.units.units.map(choiceOf);

/** The schemes that somebody can be suspected of. */
export const schemeChoices = (): Choice<Scheme>[] =>
  SCHEMES.filter((code) => code !== 'none').map((code) => ({ code, name: schemeName(code) }));

/** The sources that really deliver, samples apart. */
export const sourceChoices = ({
  sources,
}: Pick<House, 'sources'>): {
  readonly name: string;
  readonly title: string;
  readonly feed: Feed;
}[] =>
  [...sources.values()]
    .filter(({ sample }) => !sample)
    .map(({ name, title, feed }) => ({ name, title, feed }));

const choiceOf = ({ code, name }: Choice): Choice => ({ code, name });
