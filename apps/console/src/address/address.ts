/** Where somebody is in the workbench: a path below its root, and the state of the screen. */
export interface Address {
  /** Without the root, without slashes at the ends: `accounts`, `alerts/12`; '' is the beginning. */
  readonly path: string;
  readonly query: URLSearchParams;
}

export const ROOT = '/workbench';

/** Reads an address of the browser. */
export const addressIn = (pathname: string, search: string): Address => ({
  path: pathname.slice(ROOT.length).replace(/^\/+|\/+$/g, ''),
  query: new URLSearchParams(search),
});

/** Writes an address for the browser; `accounts?q=张` becomes `/workbench/accounts?q=张`. */
export const hrefOf = (to: string): string => (to === '' ? ROOT : `${ROOT}/${to}`);

/** What the places of a pattern like `alerts/:id` hold; null when the path is another one. */
export function matched(pattern: string, path: string): Readonly<Record<string, string>> | null {
  const [wanted, given] = [pattern.split('/'), path.split('/')];
  if (wanted.length !== given.length) return null;
  const places: Record<string, string> = {};
  for (const [at, part] of wanted.entries()) {
    const value = given[at] ?? '';
    if (part.startsWith(':') && value !== '') places[part.slice(1)] = decoded(value);
    else if (part !== value) return null;
  }
  return places;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** The state of a screen with some of it changed; what is empty leaves the address. */
export function changed(
  query: URLSearchParams,
  changes: Readonly<Record<string, string | null>>,
): URLSearchParams {
  const next = new URLSearchParams(query);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === '') next.delete(name);
    else next.set(name, value);
  }
  return next;
}

/** One of some words in the address; what anybody could type there is never trusted. */
export function choiceIn<T extends string>(
  query: URLSearchParams,
  name: string,
  choices: readonly T[],
  otherwise: T,
): T {
  const given = query.get(name);
  return choices.find((choice) => choice === given) ?? otherwise;
}

/** The id of a thing in the address; null when there is none. */
export function idIn(query: URLSearchParams, name: string): string | null {
  const given = query.get(name);
  return given !== null && /^\d{1,18}$/.test(given) ? given : null;
}
