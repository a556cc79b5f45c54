import type { RoutingTree } from './compile-routing.js';
import type { Signs } from './route-schema.js';

/** What is known of signs that say more than their points. */
export interface SignEvidence {
  /** Signs of flight: run away, books destroyed, out of reach (interpretation of 2022, article 7). */
  readonly flight?: boolean | undefined;
  /** Circumstances that halve the thresholds (interpretation of 2022, article 3 paragraph 2). */
  readonly aggravated?: boolean | undefined;
  /** Codes of the signals and reasons behind a case: some mean flight or aggravation. */
  readonly codes?: readonly string[] | undefined;
}

type Sign = keyof Signs;

const NAMES: Readonly<Record<Sign, string>> = {
  flight: '有失联跑路迹象',
  aggravated: '有减半标准的情节',
};

/** The words in which evidence shows a sign, by a flag or by a code; null when it does not. */
export function signIn(
  sign: Sign,
  { codes = [], ...given }: SignEvidence,
  signs: Signs,
): string | null {
  const shown = signs[sign].filter((code) => codes.includes(code));
  if (shown.length > 0) return `${NAMES[sign]}：${shown.join('、')}`;
  return given[sign] === true ? NAMES[sign] : null;
}

/** Codes of signs that no signal bears, a sentence each: such a sign would be silent for ever. */
export function strangeSigns(
  { signs }: RoutingTree,
  isKnown: (code: string) => boolean,
): readonly string[] {
  return (Object.keys(NAMES) as Sign[]).flatMap((sign) =>
    signs[sign].flatMap((code, at) =>
      isKnown(code) ? [] : [`routing.yaml › signs.${sign}[${at}]: 没有信号编码“${code}”`],
    ),
  );
}
