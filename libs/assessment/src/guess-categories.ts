import type { CategoryGuess, Scheme, Signal } from '@risk/domain';

/** How many categories are worth naming. */
const SHOWN = 3;
/** A probability below this says nothing. */
const LEAST = 0.05;

/**
 * The categories of a record: what its own evidence speaks for, joined with the classifier's guess.
 * Either alone is enough to name a category; both together make it surer (1 − (1−a)(1−b)).
 */
export function guessesOf(
  guesses: readonly CategoryGuess[],
  signals: readonly Pick<Signal, 'engine' | 'scheme' | 'suppressed' | 'weight'>[],
): CategoryGuess[] {
  const doubt = new Map<Scheme, number>();
  const speak = (scheme: Scheme, probability: number): void => {
    doubt.set(scheme, (doubt.get(scheme) ?? 1) * (1 - probability));
  };
  for (const { scheme, suppressed, weight, engine } of signals) {
    if (scheme && suppressed === null && engine !== 'classifier') speak(scheme, weight / 100);
  }
  const named = doubt.size > 0;
  for (const { code, probability } of guesses) {
    if (code !== 'none' || !named) speak(code, named ? probability / 2 : probability);
  }
  return [...doubt]
    .map(([code, left]) => ({ code, probability: Math.round((1 - left) * 1000) / 1000 }))
    .filter(({ probability }) => probability >= LEAST)
    .sort((a, b) => b.probability - a.probability || (a.code < b.code ? -1 : 1))
    .slice(0, SHOWN);
}
