/** What a built file needs that Chrome 90 does not have, one sentence each. */
export function tooNew(fileName: string, text: string): string[];
