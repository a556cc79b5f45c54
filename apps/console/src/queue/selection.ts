import type { QueueRow } from '../api/queue.js';

/** What is chosen in the queue: some alerts, as they were seen, or all that the address shows. */
export interface Selection {
  readonly rows: Readonly<Record<string, QueueRow>>;
  readonly isAll: boolean;
}

export const NONE_CHOSEN: Selection = { rows: {}, isAll: false };

export const chosenRows = ({ rows }: Selection): readonly QueueRow[] => Object.values(rows);

export const isChosen = ({ rows, isAll }: Selection, id: string): boolean => isAll || id in rows;

export const isAnyChosen = (selection: Selection): boolean =>
  selection.isAll || chosenRows(selection).length > 0;

/** One more or less; all that is shown, less one, is the page less one. */
export function withToggled(
  selection: Selection,
  row: QueueRow,
  page: readonly QueueRow[],
): Selection {
  const { rows } = selection.isAll ? withPage(NONE_CHOSEN, page) : selection;
  const { [row.id]: known, ...rest } = rows;
  return { rows: known ? rest : { ...rows, [row.id]: row }, isAll: false };
}

/** The whole page. */
export const withPage = ({ rows }: Selection, page: readonly QueueRow[]): Selection => ({
  rows: { ...rows, ...Object.fromEntries(page.map((row) => [row.id, row])) },
  isAll: false,
});

/** Without the page. */
export const withoutPage = ({ rows }: Selection, page: readonly QueueRow[]): Selection => {
  const left = Object.entries(rows).filter(([id]) => !page.some((row) => row.id === id));
  return { rows: Object.fromEntries(left), isAll: false };
};

/** Whether the page is chosen as a whole. */
export const isPageChosen = (selection: Selection, page: readonly QueueRow[]): boolean =>
  page.length > 0 && page.every(({ id }) => isChosen(selection, id));
