import type { Changes, RuleEdit, WordChange } from '../../api/editions.js';

/** Changes that nobody keeps yet: they lie in this window alone, until they are kept as a draft or given up. */
export type Draft = Changes;

/** Where the changes survive a reload of the page. */
export interface Shelf {
  readonly getItem: (key: string) => string | null;
  readonly setItem: (key: string, value: string) => void;
  readonly removeItem: (key: string) => void;
}

/** Keeps what somebody is changing, and tells who shows it. */
export class DraftStore {
  private readonly listeners = new Set<() => void>();
  private draft: Draft | null = null;
  private key = '';

  constructor(private readonly shelf: Shelf) {}

  readonly follow = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly read = (): Draft | null => this.draft;

  /** Takes up what the same person left in this window. */
  open(personId: string): void {
    const key = `risk-draft-${personId}`;
    if (key === this.key) return;
    this.key = key;
    this.draft = draftIn(this.shelf.getItem(key));
    this.tell();
  }

  /** Begins to change an edition; what was begun on another one goes on as it is. */
  begin(base: string): void {
    if (this.draft) return;
    this.draft = { base, rules: [], removed: [], words: [] };
    this.keep();
  }

  setRule(edit: RuleEdit): void {
    this.change(({ rules, removed, ...draft }) => {
      const isThere = rules.some(({ id }) => id === edit.id);
      const next = isThere
        ? rules.map((one) => (one.id === edit.id ? edit : one))
        : [...rules, edit];
      return { ...draft, rules: next, removed: removed.filter((id) => id !== edit.id) };
    });
  }

  /** Takes a rule out of the edition. */
  removeRule(id: string): void {
    this.change(({ rules, removed, ...draft }) => ({
      ...draft,
      rules: rules.filter((edit) => edit.id !== id),
      removed: [...removed.filter((one) => one !== id), id],
    }));
  }

  /** Leaves a rule as it is in the edition. */
  leaveRule(id: string): void {
    this.change(({ rules, removed, ...draft }) => ({
      ...draft,
      rules: rules.filter((edit) => edit.id !== id),
      removed: removed.filter((one) => one !== id),
    }));
  }

  setWords(change: WordChange): void {
    const isNothing = change.add.length === 0 && change.remove.length === 0;
    this.change(({ words, ...draft }) => {
      const others = words.filter(({ list }) => list !== change.list);
      return { ...draft, words: isNothing ? others : [...others, change] };
    });
  }

  /** Gives everything up. */
  discard(): void {
    this.draft = null;
    this.keep();
  }

  private change(by: (draft: Draft) => Draft): void {
    if (this.draft) this.draft = by(this.draft);
    this.keep();
  }

  private keep(): void {
    if (this.draft) this.shelf.setItem(this.key, JSON.stringify(this.draft));
    else this.shelf.removeItem(this.key);
    this.tell();
  }

  private tell(): void {
    this.listeners.forEach((listener) => listener());
  }
}

function draftIn(text: string | null): Draft | null {
  try {
    const read = JSON.parse(text ?? 'null') as Draft | null;
    return read && Array.isArray(read.rules) && Array.isArray(read.words) ? read : null;
  } catch {
    return null;
  }
}

/** How many rules and lists of words a draft changes. */
export const sizeOf = ({ rules, removed, words }: Draft): number =>
  rules.length + removed.length + words.length;
