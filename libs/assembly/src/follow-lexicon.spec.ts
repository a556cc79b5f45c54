import { beforeEach, describe, expect, it } from '@jest/globals';
import { Invalid, Unavailable } from '@risk/kit';
import { FakeLog } from '../../kit/src/testing/fake-log.js';
import { FollowLexicon } from './follow-lexicon.js';
import type { PackedText } from './pack-in-thread.js';

/** A folder whose files can be written, and a house that takes what comes of them. */
class Scene {
  files = 'v1';
  readonly inForce: string[] = ['v1'];
  readonly warnings: (string | null)[] = [];
  databaseDown = false;
  readonly log = new FakeLog();
  readonly follow = new FollowLexicon(
    {
      mark: () => Promise.resolve(this.files),
      pack: () =>
        this.files.startsWith('bad')
          ? Promise.reject(new Invalid(`lexicon/a.yaml 第 3 行 › ${this.files}\n第二处`))
          : Promise.resolve({
              packed: { version: this.files },
              files: [],
            } as unknown as PackedText),
    },
    {
      version: () => this.inForce.at(-1) ?? '',
      use: ({ packed }) => {
        if (this.databaseDown) return Promise.reject(new Unavailable('连接不上数据库'));
        if (packed.version === 'lacking')
          throw new Invalid('rules/a.yaml › CP-X › when：词库里没有代码“a”');
        this.inForce.push(packed.version);
        return Promise.resolve();
      },
      warn: (sentence) => {
        if (this.databaseDown) return Promise.reject(new Error('no database'));
        this.warnings.push(sentence);
        return Promise.resolve();
      },
    },
    this.log,
    'v1',
  );

  async look(times = 1): Promise<void> {
    for (let i = 0; i < times; i++) await this.follow.look();
  }
}

describe('following the lexicon', () => {
  let scene: Scene;
  beforeEach(() => {
    scene = new Scene();
  });

  it('leaves in force what was read at the start, and takes an old warning away', async () => {
    await scene.look(3);
    expect(scene.inForce).toEqual(['v1']);
    expect(scene.warnings).toEqual([null]);
  });

  it('takes over what was edited once the files lie still', async () => {
    await scene.look(2);
    scene.files = 'v2';
    await scene.look();
    expect(scene.inForce).toEqual(['v1']);
    scene.files = 'v3';
    await scene.look();
    expect(scene.inForce).toEqual(['v1']);
    await scene.look(2);
    expect(scene.inForce).toEqual(['v1', 'v3']);
    expect(scene.log.lines).toContainEqual({
      level: 'info',
      sentence: 'another lexicon is in force',
      facts: { before: 'v1', now: 'v3' },
    });
  });

  it('keeps the previous one when the new one cannot be used, says so once, and again when it is mended', async () => {
    await scene.look();
    scene.files = 'bad';
    await scene.look(4);
    expect(scene.inForce).toEqual(['v1']);
    expect(scene.warnings).toEqual([
      null,
      '改过的词库不能使用，仍按原词库（版本 v1）评估：lexicon/a.yaml 第 3 行 › bad；第二处',
    ]);
    expect(scene.log.lines.filter(({ level }) => level === 'error')).toHaveLength(1);
    scene.files = 'v2';
    await scene.look(2);
    expect(scene.inForce).toEqual(['v1', 'v2']);
    expect(scene.warnings.at(-1)).toBeNull();
  });

  it('keeps the previous one when rules in force ask for a code that the new one lacks', async () => {
    await scene.look();
    scene.files = 'lacking';
    await scene.look(4);
    expect(scene.inForce).toEqual(['v1']);
    expect(scene.warnings.at(-1)).toContain('词库里没有代码“a”');
    expect(scene.log.lines.filter(({ level }) => level !== 'error')).toEqual([]);
  });

  it('takes files that were put back as they were for what is in force', async () => {
    await scene.look();
    scene.files = 'bad';
    await scene.look(2);
    scene.files = 'v1';
    await scene.look(2);
    expect(scene.inForce).toEqual(['v1']);
    expect(scene.warnings.at(-1)).toBeNull();
  });

  it('takes over once the database is back, since what judges must be kept', async () => {
    scene.databaseDown = true;
    scene.files = 'v2';
    await scene.look(3);
    expect(scene.inForce).toEqual(['v1']);
    scene.databaseDown = false;
    await scene.look();
    expect(scene.inForce).toEqual(['v1', 'v2']);
    expect(scene.warnings).toEqual([null]);
  });

  it('says it later when the database is away', async () => {
    scene.databaseDown = true;
    scene.files = 'bad';
    await scene.look(3);
    expect(scene.warnings).toEqual([]);
    scene.databaseDown = false;
    await scene.look();
    expect(scene.warnings).toHaveLength(1);
  });
});
