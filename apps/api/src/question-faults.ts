import { FEEDS, feedName, SCHEMES, schemeName, TIERS, tierName } from '@risk/domain';
import { RiskError, type FormFault } from '@risk/kit';
import { ASKED_WORDS } from './described/asked-words.js';

const named = <Code extends string>(
  codes: readonly Code[],
  nameOf: (code: Code) => string,
): Readonly<Record<string, string>> =>
  Object.fromEntries(codes.map((code) => [code, nameOf(code)]));

/** What the words are called that may stand in a part of a question. */
const CHOICES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  tier: named(TIERS, tierName),
  scheme: named(SCHEMES, schemeName),
  feed: named(FEEDS, feedName),
};

/** What is wrong with the question of an address, by the Chinese names of its parts; null when something else is. */
export function questionFaults(error: unknown): string | null {
  const faults = error instanceof RiskError ? error.facts['faults'] : null;
  if (!Array.isArray(faults)) return null;
  return (faults as readonly FormFault[]).map(told).join('；');
}

function told({ path, says, choices }: FormFault): string {
  const [name = ''] = path.split('.');
  if (name === '') return says;
  const title = ASKED_WORDS[name]?.says.split(/[，；：（]/)[0];
  return `${title === undefined ? name : `${title}（${name}）`}：${choices ? choicesTold(name, choices) : says}`;
}

function choicesTold(name: string, choices: readonly string[]): string {
  const names = CHOICES[name] ?? {};
  const words = choices.map((code) => (code in names ? `${code}（${names[code] ?? ''}）` : code));
  return `只能是 ${words.join('、')}${words.length > 1 ? ' 之一' : ''}`;
}
