import { hrefOf } from './address.js';

/** How one goes somewhere. */
export interface Going {
  /** In the place of where one is: Back leads past it. For what changes while somebody types. */
  readonly isInPlace?: boolean;
}

interface Kept {
  readonly scroll?: number;
  /** What of a list somebody was at. */
  readonly place?: string;
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
    noteWhere();
    window.history.pushState({}, '', href);
  }
  if (window.location.pathname !== before) window.scrollTo(0, 0);
  tellAll();
}

/** What of a list somebody was at when this entry was left; null when nothing. */
export const placeHere = (): string | null => keptHere().place ?? null;

let reached: string | null = null;

/** Notes what of a list somebody is at, so that Back finds it again. */
export function notePlace(place: string): void {
  reached = place;
  noteSoon();
}

function noteWhere(): void {
  window.clearTimeout(settling);
  const place = reached ?? placeHere();
  reached = null;
  window.history.replaceState(
    { ...keptHere(), scroll: window.scrollY, ...(place === null ? {} : { place }) },
    '',
  );
}

/** How long after the last step it is noted where somebody is; browsers refuse to note every step. */
const SETTLED = 150;
let settling = 0;

function noteSoon(): void {
  window.clearTimeout(settling);
  settling = window.setTimeout(noteWhere, SETTLED);
}

/** How long a screen that comes back may take to become as long as it was. */
const PATIENCE = 3000;

/** Follows Back and Forward, and puts the screen where it was scrolled to. */
export function followHistory(): void {
  window.history.scrollRestoration = 'manual';
  window.addEventListener('scroll', noteSoon, { passive: true });
  window.addEventListener('popstate', () => {
    window.clearTimeout(settling);
    reached = null;
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
