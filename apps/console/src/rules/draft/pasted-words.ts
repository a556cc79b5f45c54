const QUOTES = /^["'“”‘’]+|["'“”‘’]+$/g;

/** Words out of what was typed one a line, or pasted from a column or a file with commas; each once. */
export function pastedWords(text: string): readonly string[] {
  const words = text
    .split(/[\r\n\t,，、;；]+/)
    .map((word) => word.trim().replace(QUOTES, '').trim())
    .filter((word) => word !== '');
  return [...new Set(words)];
}
