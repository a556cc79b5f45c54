import { useCallback, useEffect, useMemo, useState } from 'react';
import { ask } from '../api/ask.js';
import type { Neighbourhood } from '../api/entity-parts.js';
import { problemIn, type Problem } from '../api/problem.js';
import { useAsked } from '../api/use-asked.js';
import { webOf, type Web } from './web.js';

interface UsedWeb {
  readonly web: Web | null;
  readonly problem: Problem | null;
  readonly again: () => Promise<void>;
}

type Unfolded = ReadonlyMap<string, Neighbourhood>;

/** Who is tied to an entity, and to whoever of them was unfolded. */
export function useWeb(centre: string, unfolded: readonly string[]): UsedWeb {
  const own = useAsked<Neighbourhood>(`entities/${centre}/relations?degrees=2`);
  const [more, setMore] = useState<Unfolded>(new Map());
  const [problem, setProblem] = useState<Problem | null>(null);
  const wanted = unfolded.filter((id) => !more.has(id)).join(',');
  const unfold = useCallback(
    () =>
      readEach(wanted.split(',').filter((id) => id !== '')).then(
        (found) => {
          if (found.length === 0) return;
          setMore((before) => new Map([...before, ...found]));
          setProblem(null);
        },
        (error: unknown) => setProblem(problemIn(error)),
      ),
    [wanted],
  );
  useEffect(() => void unfold(), [unfold]);
  const names = unfolded.join(',');
  const web = useMemo(() => {
    if (!own.data) return null;
    const parts = names.split(',').flatMap((id) => more.get(id) ?? []);
    return webOf(centre, [own.data, ...parts]);
  }, [centre, own.data, more, names]);
  return {
    web,
    problem: own.problem ?? problem,
    again: own.problem ? own.again : unfold,
  };
}

const readEach = (ids: readonly string[]): Promise<(readonly [string, Neighbourhood])[]> =>
  Promise.all(
    ids.map(
      async (id) => [id, await ask<Neighbourhood>(`entities/${id}/relations?degrees=1`)] as const,
    ),
  );
