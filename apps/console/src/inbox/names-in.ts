/** Names, as people write them one behind another. */
export const namesIn = (text: string): readonly string[] =>
  text
    .split(/[、，,\s]+/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
