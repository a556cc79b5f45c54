/** Which page of a list is asked for, and in which order. */
export interface ListQuestion<Sort extends string = string> {
  /** Rows a page. */
  readonly limit: number;
  /** The `next` of the page before; null is the first page. */
  readonly after: string | null;
  readonly sort: Sort;
  readonly isDescending: boolean;
}

/** One page of a list. */
export interface Listed<T> {
  readonly rows: readonly T[];
  /** Where the next page begins, for whoever asks for it; null when this is the last. */
  readonly next: string | null;
  /** How many there are in all, counted up to `MOST_COUNTED`: that many means more than one less. */
  readonly total: number;
}

/** Nobody reads further than this, and counting further takes long. */
export const MOST_COUNTED = 10_001;

/** All rows of a list, page after page, never more of them in memory than one page. */
export async function* everyRow<T>(
  read: (page: Pick<ListQuestion, 'limit' | 'after'>) => Promise<Listed<T>>,
  pageSize = 1000,
): AsyncGenerator<T> {
  let after: string | null = null;
  do {
    const page: Listed<T> = await read({ limit: pageSize, after });
    yield* page.rows;
    after = page.next;
  } while (after !== null);
}
