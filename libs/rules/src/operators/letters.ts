const SIZE = 4096;
/** A record has a few texts, which many conditions read in turn. */
const KEPT = 4;

const bucketOf = (word: string, at: number): number => word.charCodeAt(at) & (SIZE - 1);

/** The characters of one text. */
class Letters {
  private readonly seen = new Int32Array(SIZE);
  private round = 0;
  text = '';

  read(text: string): this {
    this.text = text;
    this.round += 1;
    for (let at = 0; at < text.length; at++) this.seen[bucketOf(text, at)] = this.round;
    return this;
  }

  /** Whether a character may be there; wrong only towards yes. */
  mayHave(bucket: number): boolean {
    return this.seen[bucket] === this.round;
  }
}

const kept = Array.from({ length: KEPT }, () => new Letters().read(''));
let next = 0;

/** The characters of a text; of the last few texts they are known already. */
function lettersOf(text: string): Letters {
  for (const letters of kept) if (letters.text === text) return letters;
  next = (next + 1) % KEPT;
  return (kept[next] ?? new Letters()).read(text);
}

/** A word to look for, and where its first and last characters are counted. */
interface Sought {
  readonly word: string;
  readonly first: number;
  readonly last: number;
}

/** Says whether one of some words stands in a text. Most words have a character that the text has not. */
export function anyWord(words: readonly string[]): (text: string) => boolean {
  const sought = words.map((word): Sought => {
    return { word, first: bucketOf(word, 0), last: bucketOf(word, word.length - 1) };
  });
  return (text) => {
    const letters = lettersOf(text);
    for (const { word, first, last } of sought)
      if (letters.mayHave(first) && letters.mayHave(last) && text.includes(word)) return true;
    return false;
  };
}
