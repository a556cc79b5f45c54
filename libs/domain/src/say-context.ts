const CONTEXTS: Readonly<Record<string, string>> = {
  negation: '否定语境',
  warning: '警示宣传语境',
  denial: '辟谣语境',
  quotation: '引述语境（书名、文件名）',
};

/** What is added to the sentence of a signal that a cue takes the meaning of (`warning text 谨防 at 0-2`). */
export function sayContext(suppressed: string): string {
  const [kind = ''] = suppressed.split(' ');
  return `；处于${CONTEXTS[kind] ?? '例外语境'}，不计分`;
}
