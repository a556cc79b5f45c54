/** What Node says of a wrong call, and how it is said here; `$1` is the option or the word. */
const SAID: readonly (readonly [RegExp, string])[] = [
  [
    /^Option '[^']*?(--[\w-]+)[^']*' argument is ambiguous/,
    '$1 后面没有值；值以“-”开头时写成 $1=-3',
  ],
  [/^Option '[^']*?(--[\w-]+)[^']*' argument missing/, '$1 后面没有值'],
  [/^Option '[^']*?(--[\w-]+)[^']*' does not take an argument/, '$1 后面不写值'],
  [/^Unknown option '([^']+)'/, '没有 $1 这个选项'],
  [/^Unexpected argument '([^']*)'/, '多出了“$1”'],
];

/** What is wrong with how a command was called, in words; null when the error is about something else. */
export function wrongCall(error: unknown): string | null {
  const { code, message = '' } = (error ?? {}) as { code?: unknown; message?: string };
  if (typeof code !== 'string' || !code.startsWith('ERR_PARSE_ARGS')) return null;
  for (const [pattern, words] of SAID) {
    const what = pattern.exec(message)?.[1];
    if (what !== undefined) return `参数有误：${words.replaceAll('$1', what)}`;
  }
  return `参数有误：${message}`;
}
