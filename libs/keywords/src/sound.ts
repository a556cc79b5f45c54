import { SYLLABLES } from './homophone-data.generated.js';

/** Sounds live above Unicode, so a sound is never mistaken for a character. */
const FIRST_SOUND = 0x110000;
const sounds = new Map<number, number>();

SYLLABLES.forEach((entry, i) => {
  for (const char of entry.replace(/^[a-z]+/, ''))
    sounds.set(char.codePointAt(0) ?? 0, FIRST_SOUND + i);
});

/** The toneless syllable of a folded Chinese character as a symbol; anything else is itself. */
export const soundOf = (cp: number): number => sounds.get(cp) ?? cp;
