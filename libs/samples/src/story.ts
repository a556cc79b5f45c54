import type { Cast } from './cast.js';
import type { Draft, Scene } from './draft.js';
import { awake, type Window } from './moments.js';
import type { Random } from './random.js';
import { STAGES, isAdvertisement, isPlea, type Stage, type Telling } from './stages.js';
import { advertise } from './story-advertisements.js';
import { plead } from './story-complaints.js';
import { register } from './story-registrations.js';

/** A piece with its place in the story. */
export interface Beat {
  readonly stage: Stage;
  readonly draft: Draft;
}

/** Tells a story from its first day to its last, in order. */
export function tellStory(cast: Cast, { window, fresh, random }: Scene): Beat[] {
  const pieces: Beat[] = [];
  for (const [stage, begins, ends, least, most] of STAGES) {
    const count = random.int(least, most);
    for (let nth = 0; nth < count; nth++) {
      const at = momentOf(begins, ends, window, random);
      const key = `${cast.id}-${stage}-${nth}`;
      const draft = pieceOf(stage, { cast, at, foundedAt: foundedIn(pieces), key, fresh, random });
      if (draft) pieces.push({ stage, draft });
    }
  }
  return repeatedPleas(pieces);
}

/** When the firm of a story was founded, once that has been told: its register never says another day. */
const foundedIn = (told: readonly Beat[]): number | null =>
  told.find(({ stage }) => stage === 'establish')?.draft.at ?? null;

/** A moment in a part of the story; the square root lets a stage grow denser towards its end. */
function momentOf(begins: number, ends: number, { from, until }: Window, random: Random): number {
  const at = (part: number) => from + part * (until - from);
  const stage = { from: at(begins), until: at(ends) };
  return awake(at(begins + Math.sqrt(random.next()) * (ends - begins)), stage, random);
}

function pieceOf(stage: Stage, telling: Telling): Draft | null {
  if (isAdvertisement(stage)) return advertise(stage, telling);
  return isPlea(stage) ? plead(stage, telling) : register(stage, telling);
}

/** Links each letter of a victim to the earlier letters of the same victim. */
function repeatedPleas(beats: readonly Beat[]): Beat[] {
  const ordered = [...beats].sort((a, b) => a.draft.at - b.draft.at);
  const earlier = new Map<string, string[]>();
  return ordered.map(({ stage, draft }) => {
    const phone = draft.feed === 'complaint' ? draft.payload.reporter?.phone : undefined;
    if (phone === undefined) return { stage, draft };
    const keys = earlier.get(phone) ?? [];
    earlier.set(phone, [...keys, draft.key]);
    return { stage, draft: { ...draft, related: keys } };
  });
}
