import { useState } from 'react';
import type { QueueRow } from '../api/queue.js';
import { canAll, type Act, type ActKind, type Target } from './acts.js';
import { neighboursIn } from './neighbours.js';
import { filterAt } from './queue-source.js';
import {
  chosenRows,
  isAnyChosen,
  isChosen,
  isPageChosen,
  NONE_CHOSEN,
  withoutPage,
  withPage,
  withToggled,
} from './selection.js';
import { useActs, type Acts } from './use-acts.js';
import { focusOn, usePlace } from './use-place.js';
import { VERDICTS } from './verdicts.js';

interface TriageGround {
  readonly rows: readonly QueueRow[];
  readonly total: number;
  readonly query: URLSearchParams;
  readonly refresh: () => Promise<void>;
}

/** Which alert somebody is at, what is chosen, and what is done with it. */
export interface Triage {
  readonly current: QueueRow | null;
  readonly acts: Acts;
  /** All that is chosen; null when nothing is. */
  readonly chosen: Target | null;
  readonly chooseAll: { readonly total: number; readonly run: () => void } | null;
  /** With what something would be done now, in words. */
  readonly about: string;
  readonly isDecidable: boolean;
  readonly isPageChosen: boolean;
  readonly isChosen: (id: string) => boolean;
  readonly isPossible: (kind: ActKind) => boolean;
  readonly nameOf: (id: string) => string;
  readonly enter: (id: string) => void;
  readonly move: (by: 1 | -1) => void;
  readonly pick: (row: QueueRow) => void;
  readonly pickCurrent: () => void;
  readonly pickPage: () => void;
  readonly leave: () => void;
  readonly acknowledge: () => void;
  readonly run: (act: Act) => Promise<boolean>;
}

export function useTriage({ rows, total, query, refresh }: TriageGround): Triage {
  const filter = filterAt(query);
  const [at, enter] = usePlace(rows.map(({ id }) => id));
  const [kept, setKept] = useState({ filter, selection: NONE_CHOSEN });
  // What was chosen under other filters is not what is seen any more.
  const selection = kept.filter === filter ? kept.selection : NONE_CHOSEN;
  const choose = (next: typeof selection): void => setKept({ filter, selection: next });
  const acts = useActs(refresh);
  const current = rows.find(({ id }) => id === at) ?? null;
  const some = chosenRows(selection);
  const chosen = isAnyChosen(selection) ? targetOf(selection.isAll, filter, total, some) : null;
  const target = chosen ?? (current && { rows: [current] });
  const meant = chosen ? some : current ? [current] : [];
  const isPossible = (kind: ActKind): boolean => selection.isAll || canAll(meant, kind);
  const isWhole = isPageChosen(selection, rows);
  const run = async (act: Act): Promise<boolean> => {
    if (!target) return false;
    const next =
      current &&
      neighboursIn(
        rows.map(({ id }) => id),
        current.id,
      ).next;
    const isDone = await acts.run(act, target);
    if (!isDone) return false;
    choose(NONE_CHOSEN);
    // One alert was dealt with: on to the next. Many were: the place stays.
    const goal = chosen ? at : (next ?? at);
    if (goal !== null) window.setTimeout(() => focusOn(goal), 0);
    return true;
  };
  const move = (by: 1 | -1): void => {
    const place = rows.findIndex(({ id }) => id === at);
    const next = place < 0 ? rows[0] : rows[place + by];
    if (next) focusOn(next.id);
  };
  return {
    ...{ current, acts, chosen, isPossible, run, move, isPageChosen: isWhole },
    chooseAll:
      isWhole && !selection.isAll && total > rows.length
        ? { total, run: () => choose({ rows: {}, isAll: true }) }
        : null,
    about: aboutOf(target, meant),
    isDecidable: VERDICTS.some(({ kind }) => isPossible(kind)),
    isChosen: (id) => isChosen(selection, id),
    nameOf: (id) => [...rows, ...some].find((row) => row.id === id)?.entityName ?? `预警 ${id}`,
    enter,
    pick: (row) => choose(withToggled(selection, row, rows)),
    pickCurrent: () => current && choose(withToggled(selection, current, rows)),
    pickPage: () => choose((isWhole ? withoutPage : withPage)(selection, rows)),
    leave: () => choose(NONE_CHOSEN),
    acknowledge: () => {
      if (isPossible('acknowledged')) void run({ kind: 'acknowledged', because: '已签收' });
    },
  };
}

const targetOf = (
  isAll: boolean,
  filter: string,
  total: number,
  rows: readonly QueueRow[],
): Target => (isAll ? { filter, total } : { rows });

function aboutOf(target: Target | null, rows: readonly QueueRow[]): string {
  if (target && 'filter' in target) return `符合条件的全部 ${String(target.total)} 件`;
  const [first, ...others] = rows;
  if (!first) return '';
  return others.length === 0
    ? first.entityName
    : `${first.entityName} 等 ${String(rows.length)} 件`;
}
