import { hrefOf } from './address.js';

/** How one goes somewhere. */
export interface Going {
  /** In the place of where one is: Back leads past it. For what changes while somebody types. */
  readonly isInPlace?: boolean;
}

interface Kept {
  readonly scroll?: number;
}

/** What the browser asks when the state that is kept with an entry is read. */
const keptHere = (): Kept => (window.history.state as Kept | null) ?? {};

const listeners = new Set<() => void>();

/** The address as the browser has it, for React to follow. */
export const browserAddress = {
  read: (): string => window.location.pathname + window.location.search,
  follow: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

const tellAll = (): void => listeners.forEach((listener) => listener());

/** Goes to an address of the workbench, such as `accounts?q=张`. */
export function go(to: string, { isInPlace = false }: Going = {}): void {
  const before = window.location.pathname;
  const href = hrefOf(to);
  if (isInPlace) window.history.replaceState(keptHere(), '', href);
  else {
    noteScroll();
    window.history.pushState({}, '', href);
  }
  if (window.location.pathname !== before) window.scrollTo(0, 0);
  tellAll();
}

function noteScroll(): void {
  window.history.replaceState({ ...keptHere(), scroll: window.scrollY }, '');
}

/** How long after the last scroll its place is noted; browsers refuse to note it at every step. */
const SETTLED = 150;
/** How long a screen that comes back may take to become as long as it was. */
const PATIENCE = 3000;

/** Follows Back and Forward, and puts the screen where it was scrolled to. */
export function followHistory(): void {
  window.history.scrollRestoration = 'manual';
  let settling = 0;
  window.addEventListener(
    'scroll',
    () => {
      window.clearTimeout(settling);
      settling = window.setTimeout(noteScroll, SETTLED);
    },
    { passive: true },
  );
  window.addEventListener('popstate', () => {
    window.clearTimeout(settling);
    tellAll();
    scrollBackTo(keptHere().scroll ?? 0);
  });
}

/** Lists fill by and by: scrolls as soon as the screen is long enough, unless somebody scrolls before. */
function scrollBackTo(wanted: number): void {
  const grown = new ResizeObserver(() => {
    if (document.documentElement.scrollHeight - window.innerHeight < wanted) return;
    window.scrollTo(0, wanted);
    end();
  });
  const end = (): void => {
    grown.disconnect();
    window.removeEventListener('wheel', end);
    window.removeEventListener('keydown', end);
  };
  grown.observe(document.body);
  window.addEventListener('wheel', end, { passive: true });
  window.addEventListener('keydown', end);
  window.setTimeout(end, PATIENCE);
}
