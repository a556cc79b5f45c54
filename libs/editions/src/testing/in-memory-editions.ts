import type { Transaction } from '@risk/kit';
import type { BookVersions, Edition, EditionStep, RuleBook } from '../edition.js';
import { EditionStore, type Draft } from '../ports.js';

/** Editions in memory, with the promises of the real store. */
export class InMemoryEditions extends EditionStore {
  private readonly editions: Omit<Edition, 'steps' | 'inForce'>[] = [];
  private readonly steps: (EditionStep & { readonly editionId: string })[] = [];
  private readonly books = new Map<string, RuleBook>();

  hold(): Promise<void> {
    return Promise.resolve();
  }

  async draft(tx: Transaction, draft: Draft, book: RuleBook): Promise<string> {
    const { rules, scoring, lexicon, origin, title, by, because, at } = draft;
    const id = String(this.editions.length + 1);
    this.editions.push({
      id,
      rules,
      scoring,
      lexicon,
      origin,
      title,
      draftedBy: by,
      draftedAt: at,
    });
    this.books.set(nameOf(draft), book);
    await this.step(tx, id, { kind: 'drafted', by, because, at, detail: null });
    return id;
  }

  step(_tx: Transaction, editionId: string, step: EditionStep): Promise<void> {
    this.steps.push({ ...step, editionId });
    return Promise.resolve();
  }

  find(editionId: string): Promise<Edition | null> {
    return Promise.resolve(this.all().find(({ id }) => id === editionId) ?? null);
  }

  list(): Promise<Edition[]> {
    return Promise.resolve(this.all().reverse());
  }

  inForce(): Promise<Edition | null> {
    return Promise.resolve(this.all().find(({ inForce }) => inForce) ?? null);
  }

  bookOf(versions: BookVersions): Promise<RuleBook | null> {
    return Promise.resolve(this.books.get(nameOf(versions)) ?? null);
  }

  private all(): Edition[] {
    const last = this.steps.findLast(({ kind }) => kind === 'published' || kind === 'rolled-back');
    return this.editions.map((edition) => ({
      ...edition,
      inForce: last?.editionId === edition.id,
      steps: this.steps
        .filter(({ editionId }) => editionId === edition.id)
        .map(({ editionId: _owner, ...step }) => step),
    }));
  }
}

const nameOf = ({ rules, scoring, lexicon }: BookVersions): string =>
  `${rules} ${scoring} ${lexicon ?? 'of the folder'}`;
