/** What the caller of a command saw last: nothing unless it says so. */
export const seenOf = (option: string | undefined): string | null =>
  option === undefined || option === 'none' ? null : option;
