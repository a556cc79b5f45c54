import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig, type ConfigFile, type ConfigFolder } from '@risk/settings';
import type { EngineText } from '@risk/store';
import { InMemoryEditions } from '../../editions/src/testing/in-memory-editions.js';
import { FakeClock } from '../../kit/src/testing/fake-clock.js';
import { FakeLog } from '../../kit/src/testing/fake-log.js';
import { FakeUnitOfWork } from '../../kit/src/testing/fake-transaction.js';
import { until } from '../../../test/support/process.js';
import { compileEngines, type Engines } from './compile-engines.js';
import { marksOf, VersionsInForce, type VersionShelf } from './versions-in-force.js';

const FIRM = { name: '虚构市虚构村镇银行股份有限公司', uscc: null };
const ENTRY = `
entries:
  - name: ${FIRM.name}
    kind: bank
    owner: 某科（虚构）
    reason: 在名录上
    source: 名录（虚构）
    from: 2026-01-01
    until: 2027-01-01
    suppresses: all
`;

/** What is kept beside the processes of a house, and told to people. */
class Shelf {
  readonly kept: EngineText[] = [];
  readonly told = new Map<string, string | null>();
  readonly clock = new FakeClock('2026-11-28T10:00:00+08:00');
  readonly log = new FakeLog();

  asShelf(): VersionShelf {
    const texts = {
      has: (kind: string, version: string) =>
        Promise.resolve(this.kept.some((text) => text.kind === kind && text.version === version)),
      keep: (_: unknown, text: EngineText) => Promise.resolve(void this.kept.push(text)),
    };
    const ledger = {
      warn: (about: string, sentence: string | null) => {
        this.told.set(about, sentence);
        return Promise.resolve(true);
      },
    };
    const beside = { editions: new InMemoryEditions(), work: new FakeUnitOfWork() };
    return {
      ...beside,
      texts,
      ledger,
      clock: this.clock,
      log: this.log,
    } as unknown as VersionShelf;
  }
}

let dir: string;
let config: ConfigFolder;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'risk-followed-'));
  await cp('config', dir, { recursive: true });
  config = await loadConfig(dir);
});
afterAll(() => rm(dir, { recursive: true, force: true }));
const write = (text: string) => writeFile(join(dir, 'licensed.yaml'), text);

describe('a register of licences that is written while the house runs', () => {
  const ends: (() => Promise<void>)[] = [];
  afterEach(() => Promise.all(ends.splice(0).map((end) => end())));

  /** Processes of one house, over one folder and one shelf. */
  async function running(shelf: Shelf): Promise<Engines[]> {
    const processes = [compileEngines(config), compileEngines(config)];
    const marks = await marksOf(dir);
    for (const engines of processes)
      ends.push(...new VersionsInForce(engines, shelf.asShelf()).follow(dir, marks));
    return processes;
  }
  const knows = ({ judging }: Engines, shelf: Shelf): boolean =>
    judging.licensed.entryFor(FIRM, shelf.clock.now()) !== null;

  it('is in force in every process, and kept to judge by again', async () => {
    const shelf = new Shelf();
    const before = await readFile(join(dir, 'licensed.yaml'), 'utf8');
    const processes = await running(shelf);
    expect(processes.some((engines) => knows(engines, shelf))).toBe(false);
    await write(ENTRY);
    await until(() => processes.every((engines) => knows(engines, shelf)));
    const [version] = new Set(processes.map(({ versions }) => versions.licensed));
    const kept = shelf.kept.find((text) => text.kind === 'licensed' && text.version === version);
    expect((kept?.content as ConfigFile[])[0]?.content).toMatchObject({
      entries: [{ kind: 'bank' }],
    });
    await write(before);
    await until(() => !processes.some((engines) => knows(engines, shelf)));
  });

  it('is told to people when it cannot be used, and the former one stays', async () => {
    const shelf = new Shelf();
    const processes = await running(shelf);
    await write(ENTRY.replace('kind: bank', 'kind: circus'));
    await until(() => (shelf.told.get('config/licensed') ?? null) !== null);
    expect(shelf.told.get('config/licensed')).toContain('改过的持牌登记不能使用，仍按原持牌登记');
    expect(processes.some((engines) => knows(engines, shelf))).toBe(false);
  });
});
