/** A name as the second-person rule compares it, however it is written; the database compares alike. */
const plain = (name: string): string => name.normalize('NFKC').replace(/\s/gu, '').toLowerCase();

/** Whether two names are one person's, as far as names can tell. */
export const isSamePerson = (a: string, b: string): boolean => plain(a) === plain(b);
