import { beforeEach, describe, expect, it } from '@jest/globals';
import { Invalid, Unavailable } from '@risk/kit';
import { FakeLog } from '../../kit/src/testing/fake-log.js';
import { FollowFiles } from './follow-files.js';

/** Files that can be written, and a house that takes what they say. */
class Scene {
  files = 'v1';
  readonly inForce: string[] = ['v1'];
  readonly warnings: (string | null)[] = [];
  databaseDown = false;
  readonly log = new FakeLog();
  readonly follow = new FollowFiles(
    {
      title: '词库',
      mark: () => Promise.resolve(this.files),
      take: () => {
        if (this.files.startsWith('bad'))
          return Promise.reject(new Invalid(`lexicon/a.yaml 第 3 行 › ${this.files}\n第二处`));
        if (this.databaseDown) return Promise.reject(new Unavailable('连接不上数据库'));
        this.inForce.push(this.files);
        return Promise.resolve();
      },
      version: () => this.inForce.at(-1) ?? '',
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

describe('following files', () => {
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
      sentence: 'edited files are in force',
      facts: { title: '词库', before: 'v1', now: 'v3' },
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

  it('takes files that were put back as they were for what is in force', async () => {
    await scene.look();
    scene.files = 'bad';
    await scene.look(2);
    scene.files = 'v1';
    await scene.look(2);
    expect(new Set(scene.inForce)).toEqual(new Set(['v1']));
    expect(scene.warnings.at(-1)).toBeNull();
    expect(scene.log.lines.filter(({ level }) => level === 'info')).toEqual([]);
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
