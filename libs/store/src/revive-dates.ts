/** Reads kept JSON; whatever is named `at` or ends in `At` is a moment. */
export const withDates = (json: string): unknown =>
  JSON.parse(json, (key, value: unknown) =>
    typeof value === 'string' && (key === 'at' || key.endsWith('At')) ? new Date(value) : value,
  );
