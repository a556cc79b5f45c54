import { useState } from 'react';
import { tell } from '../../api/ask.js';
import { problemIn } from '../../api/problem.js';
import type { LogLine } from '../../api/alert.js';
import { useDeed, type Deed } from '../../shown/use-deed.js';
import { since, sightingOf, type Sighting } from '../sighting.js';
import type { DialogProps } from './dialog-props.js';

/** Where something is sent, and what, by what was seen. */
export interface Sending {
  readonly path: string;
  readonly body: object;
}
type Build = (seen: Sighting) => Sending;

/** Something that is done with an alert, and what came between when somebody else was faster. */
export interface UsedAct {
  readonly deed: Deed;
  /** What others did meanwhile; null while nobody was in the way. */
  readonly meanwhile: readonly LogLine[] | null;
  readonly send: (build: Build) => Promise<boolean>;
  /** Sends the same once more, by whoever has looked at what came between. */
  readonly sendAgain: () => Promise<boolean>;
}

const CONFLICT = 409;

/** Sends by what was on the screen when the form was opened; nothing that was typed is lost by a conflict. */
export function useAct({ whole, again }: Pick<DialogProps, 'whole' | 'again'>): UsedAct {
  const deed = useDeed();
  const [seen, see] = useState(() => sightingOf(whole));
  const [last, setLast] = useState<Build | null>(null);
  const [missed, setMissed] = useState<string | null | undefined>(undefined);
  const attempt = (build: Build, by: Sighting): Promise<boolean> => {
    setLast(() => build);
    return deed.run(async () => {
      const { path, body } = build(by);
      try {
        await tell(path, body);
      } catch (error) {
        if (problemIn(error).status === CONFLICT) {
          // First what there is to see, then that there is something to see.
          await again();
          setMissed(by.step);
        }
        throw error;
      }
    });
  };
  const sendAgain = (): Promise<boolean> => {
    const fresh = sightingOf(whole);
    see(fresh);
    setMissed(undefined);
    return last ? attempt(last, fresh) : Promise.resolve(false);
  };
  return {
    deed,
    meanwhile: missed === undefined ? null : since(whole, missed),
    send: (build) => attempt(build, seen),
    sendAgain,
  };
}
