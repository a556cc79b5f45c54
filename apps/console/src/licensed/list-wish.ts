/** What somebody answers for who hands a list in. */
export interface ListWish {
  readonly kind: string;
  readonly owner: string;
  readonly reason: string;
  readonly source: string;
  readonly from: string;
  readonly until: string;
  /** `all`, or codes of signals. */
  readonly suppresses: string;
}

const LONGEST_YEARS = 3;

/** A day so many years on, and one before it: the register counts both ends. */
export function yearsAfter(day: string, years: number): string {
  const [year = '', month = '', date = ''] = day.split('-');
  const at = new Date(Date.UTC(Number(year) + years, Number(month) - 1, Number(date) - 1));
  return at.toISOString().slice(0, 10);
}

/** What stands in the form before anybody wrote in it. */
export const freshWish = (today: string, owner: string): ListWish => ({
  ...{ kind: '', owner, reason: '在监管部门公布的持牌名录上', source: '', suppresses: 'all' },
  ...{ from: today, until: yearsAfter(today, LONGEST_YEARS) },
});

/** The question to a door of licences. */
export function listPath(door: 'preview' | 'import', wish: ListWish, mark?: string): string {
  const query = new URLSearchParams({ ...wish, ...(mark === undefined ? {} : { mark }) });
  return `licensed/${door}?${query.toString()}`;
}
