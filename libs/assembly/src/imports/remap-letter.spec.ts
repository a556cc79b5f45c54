import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Door, OpenedLetter } from '@risk/intake';
import { loadConfig } from '@risk/settings';
import { InMemoryMappings } from '../../../intake/src/testing/in-memory-imports.js';
import { compileEngines, type Engines } from '../compile-engines.js';
import { remapLetter } from './remap-letter.js';

let engines: Engines;
beforeAll(async () => {
  engines = compileEngines(await loadConfig('config'));
});

const opened = (
  content: unknown,
  more: { door?: Door; source?: string | null } = {},
): OpenedLetter => ({
  letter: {
    ...{
      id: '1',
      feed: 'complaint',
      source: 'complaint-ledger',
      door: 'file',
      origin: {},
      reason: '',
    },
    ...{ receivedAt: new Date('2026-11-02T00:00:00Z'), replayedAt: null },
    ...more,
  },
  bytes: Buffer.from(typeof content === 'string' ? content : JSON.stringify(content)),
  value: {
    source: 'complaint-ledger',
    unusableRow: '缺少内容',
    occurredAt: '2026-10-08T00:00:00+08:00',
  },
});

describe('a row among the dead letters', () => {
  it('is mapped by what is kept for its source now, and happened when it would have', async () => {
    const mappings = new InMemoryMappings();
    const remap = remapLetter(engines, mappings);
    const letter = opened({ 编号: 'A', 反映的事: '高息集资' });
    expect(await remap(letter)).toMatchObject({ unusableRow: expect.stringContaining('缺少内容') });
    const choices = { 反映的事: 'text' };
    const keptAt = new Date();
    await mappings.keep({ source: 'complaint-ledger', choices, keptBy: '张某', keptAt });
    expect(await remap(letter)).toMatchObject({
      ...{ source: 'complaint-ledger', sourceId: 'A', occurredAt: '2026-10-08T00:00:00+08:00' },
      payload: { text: '高息集资' },
    });
  });

  it.each<[string, () => OpenedLetter]>([
    ['of another door', () => opened({ 内容: '甲' }, { door: 'kafka' })],
    ['of a source that nobody registered', () => opened({ 内容: '甲' }, { source: 'newcomer' })],
    ['of a source without columns', () => opened({ 内容: '甲' }, { source: 'desk-complaint' })],
    ['that is a whole envelope', () => opened({ source: 'x', payload: {} })],
    ['that could not be cut into cells', () => opened('甲,"乙')],
  ])('%s is left as it was', async (_what, make) => {
    expect(await remapLetter(engines, new InMemoryMappings())(make())).toBeUndefined();
  });
});
