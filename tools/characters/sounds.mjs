/** Which characters sound alike without regard to tones. */
import { isTraditional } from './fold.mjs';
import { readingsOf } from './unihan.mjs';

/** Basic block and extension A, what phones and offices show; traditional forms fold before anybody asks. */
export const hanCharacters = [];
for (let cp = 0x3400; cp <= 0x9fff; cp++) {
  const char = String.fromCodePoint(cp);
  if (readingsOf(char).length > 0 && !isTraditional(char)) hanCharacters.push(char);
}

function grouped(pick) {
  const groups = new Map();
  for (const char of hanCharacters)
    for (const sound of pick(readingsOf(char))) groups.set(sound, (groups.get(sound) ?? '') + char);
  return [...groups].sort((a, b) => (a[0] < b[0] ? -1 : 1)).map(([sound, chars]) => sound + chars);
}

/** Each entry is a syllable and the characters whose usual sound it is. */
export const usualSounds = () => grouped((sounds) => sounds.slice(0, 1));

/** Each entry is a syllable and the characters that may also sound so. */
export const otherSounds = () => grouped((sounds) => sounds.slice(1, 4));
