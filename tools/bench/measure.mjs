// What all benches share: a seed, a clock, a voice.
export const say = (line) => process.stderr.write(`${line}\n`);
export const rounded = (value) => Number(value.toPrecision(3));

/** Milliseconds that a work takes. */
export function timeOf(work) {
  const begun = performance.now();
  work();
  return performance.now() - begun;
}

/** A small generator of random numbers (mulberry32): the same seed, the same numbers. */
export function randomOf(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
