/** A login as it is kept: however wide or tall it was typed. */
export const loginOf = (text: string): string => text.normalize('NFKC').trim().toLowerCase();

/** What a login looks like: letters, digits and a few signs, so that it can be typed anywhere. */
export const LOGIN = /^[a-z][a-z\d._-]{2,31}$/;
