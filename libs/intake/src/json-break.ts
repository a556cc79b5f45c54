const TOKEN =
  /[\s]*(?:([{}[\],:])|("(?:[^"\\\x00-\x1f]+|\\(?:["\\/bfnrt]|u[0-9a-f]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[+-]?\d+)?|true|false|null))/iy;

/** What may stand next: a value, a key, a colon, or what ends or continues a container. */
type Expected = 'value' | 'first' | 'key' | 'colon' | 'next' | 'end';

/**
 * Where a text stops being JSON, as an offset. Engines tell the position only sometimes and each in
 * words of its own, and people who repair a file need the place.
 */
export function jsonBreakAt(text: string): number {
  const open: string[] = [];
  let expected: Expected = 'value';
  TOKEN.lastIndex = 0;
  let at = 0;
  for (let token = TOKEN.exec(text); token; token = TOKEN.exec(text)) {
    const mark = token[1] ?? 'value';
    const quoted = token[2]?.startsWith('"') === true;
    const next: Expected | null = /[\]}]/.test(mark)
      ? shut(expected, mark, open)
      : follow(expected, mark, quoted, open);
    if (next === null) break;
    expected = next;
    at = TOKEN.lastIndex;
  }
  return at + (/^\s*/.exec(text.slice(at))?.[0].length ?? 0);
}

/** What may follow a token, or null when the token may not stand here. */
function follow(
  expected: Expected,
  token: string,
  quoted: boolean,
  open: string[],
): Expected | null {
  switch (expected) {
    case 'colon':
      return token === ':' ? 'value' : null;
    case 'next':
      return token === ',' ? afterComma(open) : null;
    case 'end':
      return null;
    case 'key':
      return quoted ? 'colon' : null;
    case 'first':
      return inObject(open) ? follow('key', token, quoted, open) : afterValue(token, open);
    case 'value':
      return afterValue(token, open);
  }
}

const inObject = (open: readonly string[]): boolean => open.at(-1) === '}';
const afterComma = (open: readonly string[]): Expected => (inObject(open) ? 'key' : 'value');

function afterValue(token: string, open: string[]): Expected | null {
  if (token === 'value') return open.length > 0 ? 'next' : 'end';
  if (token !== '{' && token !== '[') return null;
  open.push(token === '{' ? '}' : ']');
  return 'first';
}

function shut(expected: Expected, token: string, open: string[]): Expected | null {
  if (open.at(-1) !== token || (expected !== 'next' && expected !== 'first')) return null;
  open.pop();
  return open.length > 0 ? 'next' : 'end';
}
