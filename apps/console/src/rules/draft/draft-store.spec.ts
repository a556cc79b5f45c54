import { beforeEach, describe, expect, it } from '@jest/globals';
import type { RuleEdit } from '../../api/editions.js';
import { DraftStore, sizeOf } from './draft-store.js';

const edit = (id: string, when = '{}'): RuleEdit => ({
  ...{ id, file: 'rules/a.yaml', fields: { title: id }, when, examples: '[]' },
});

class InMemoryShelf {
  readonly kept = new Map<string, string>();
  written = 0;
  getItem = (key: string): string | null => this.kept.get(key) ?? null;
  setItem = (key: string, value: string): void => {
    this.written += 1;
    this.kept.set(key, value);
  };
  removeItem = (key: string): void => void this.kept.delete(key);
}

let shelf: InMemoryShelf;
let store: DraftStore;
beforeEach(() => {
  shelf = new InMemoryShelf();
  store = new DraftStore(shelf);
  store.open('7');
  store.begin('3');
});

describe('changes that nobody keeps yet', () => {
  it('hold the latest of each rule, each list of words and what is taken out', () => {
    store.setRule(edit('CP-A'));
    store.setRule(edit('CP-A', '{ a: 1 }'));
    store.removeRule('CP-B');
    store.setWords({ list: 'x', add: ['甲'], remove: [] });
    store.setWords({ list: 'x', add: ['乙'], remove: [] });
    expect(store.read()).toEqual({
      ...{ base: '3', rules: [edit('CP-A', '{ a: 1 }')], removed: ['CP-B'] },
      words: [{ list: 'x', add: ['乙'], remove: [] }],
    });
    expect(sizeOf(store.read()!)).toBe(3);
  });

  it('are written once each, and not again when what goes on begins once more', () => {
    const before = shelf.written;
    store.setRule(edit('CP-A'));
    store.begin('3');
    expect(shelf.written).toBe(before + 1);
    expect(store.read()?.rules).toEqual([edit('CP-A')]);
  });

  it('leave a rule as it was, and a list of words that changes nothing', () => {
    store.setRule(edit('CP-A'));
    store.removeRule('CP-A');
    expect(store.read()).toMatchObject({ rules: [], removed: ['CP-A'] });
    store.setRule(edit('CP-A'));
    expect(store.read()).toMatchObject({ removed: [] });
    store.leaveRule('CP-A');
    store.setWords({ list: 'x', add: ['甲'], remove: [] });
    store.setWords({ list: 'x', add: [], remove: [] });
    expect(sizeOf(store.read()!)).toBe(0);
  });

  it('survive a reload of the page, for the same person alone', () => {
    store.setRule(edit('CP-A'));
    const again = new DraftStore(shelf);
    again.open('7');
    expect(again.read()).toEqual(store.read());
    again.open('8');
    expect(again.read()).toBeNull();
  });

  it('go on with the edition on which they began', () => {
    store.setRule(edit('CP-A'));
    store.begin('9');
    expect(store.read()).toMatchObject({ base: '3', rules: [edit('CP-A')] });
  });

  it('are gone when they are given up, and when what was left is no draft', () => {
    store.discard();
    expect([store.read(), shelf.kept.size]).toEqual([null, 0]);
    shelf.setItem('risk-draft-9', '{"rules":1}');
    store.open('9');
    expect(store.read()).toBeNull();
  });

  it('tell who shows them', () => {
    let told = 0;
    const leave = store.follow(() => (told += 1));
    store.setRule(edit('CP-A'));
    leave();
    store.discard();
    expect(told).toBe(1);
  });
});
