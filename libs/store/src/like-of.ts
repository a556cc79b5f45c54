/** The pattern of LIKE for words that may stand anywhere, taken as they are; null where nothing is looked for. */
export const likeOf = (words: string | null): string | null =>
  words === null ? null : `%${words.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
