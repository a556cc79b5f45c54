/** All in one; two of one name would hide each other, so that they are refused. */
export function mergedApart<T>(parts: readonly object[]): Readonly<Record<string, T>> {
  const names = parts.flatMap((part) => Object.keys(part));
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) throw new Error(`described twice: ${twice}`);
  return Object.assign({}, ...parts) as Readonly<Record<string, T>>;
}
