/** Whether words say already that something is invented: the title of a message begins with it. */
export const saysSample = (words: string | null): boolean =>
  words !== null && /^[［【]样例[］】]/.test(words);
