import { describe, expect, it } from '@jest/globals';
import { Answers } from './answers.js';
import { Problem } from './problem.js';

/** Questions that a test answers when and as it likes. */
class Questions {
  readonly open: {
    readonly isRefresh: boolean;
    readonly answer: (data: unknown) => void;
    readonly fail: (why: Error) => void;
  }[] = [];
  readonly answers = new Answers(
    (_path, { isRefresh = false }) =>
      new Promise((answer, fail) => {
        this.open.push({ isRefresh, answer, fail });
      }),
  );
}

describe('what an address answered', () => {
  it('is nothing before, and kept afterwards while it is asked again', async () => {
    const { answers, open } = new Questions();
    expect(answers.read('roles')).toEqual({ data: null, problem: null, isAsking: true });
    const first = answers.refresh('roles');
    open[0]?.answer(['a']);
    await first;
    expect(answers.read('roles')).toEqual({ data: ['a'], problem: null, isAsking: false });
    void answers.refresh('roles');
    expect(answers.read('roles')).toEqual({ data: ['a'], problem: null, isAsking: true });
  });

  it('stays when the next question fails, and says why', async () => {
    const { answers, open } = new Questions();
    const first = answers.refresh('roles');
    open[0]?.answer(['a']);
    await first;
    const second = answers.refresh('roles');
    open[1]?.fail(new Problem(503, '暂时不可用', '数据库暂时不可用'));
    await second;
    expect(answers.read('roles')).toMatchObject({ data: ['a'], problem: { status: 503 } });
  });

  it('is that of the latest question, whichever is answered first', async () => {
    const { answers, open } = new Questions();
    const both = [answers.refresh('accounts'), answers.refresh('accounts')];
    open[1]?.answer('after the deed');
    open[0]?.answer('before the deed');
    await Promise.all(both);
    expect(answers.read('accounts').data).toBe('after the deed');
  });

  it('is told to whoever follows, until they do not', async () => {
    const { answers, open } = new Questions();
    let told = 0;
    const leave = answers.follow(() => (told += 1));
    const asked = answers.refresh('roles');
    open[0]?.answer([]);
    await asked;
    expect(told).toBe(2);
    leave();
    void answers.refresh('roles');
    expect(told).toBe(2);
  });

  it('is forgotten when many others were asked since', async () => {
    const answers = new Answers((path) => Promise.resolve(path));
    for (let n = 0; n < 100; n += 1) await answers.refresh(`accounts/${n}`);
    expect(answers.read('accounts/0').data).toBeNull();
    expect(answers.read('accounts/99').data).toBe('accounts/99');
  });
});

describe('a quiet look', () => {
  it('is no sign of life, and shows nothing until it is answered', async () => {
    const { answers, open } = new Questions();
    const asked = answers.refresh('situation');
    open[0]?.answer(1);
    await asked;
    const looked = answers.look('situation');
    expect(open.map(({ isRefresh }) => isRefresh)).toEqual([false, true]);
    expect(answers.read('situation')).toEqual({ data: 1, problem: null, isAsking: false });
    open[1]?.answer(2);
    await looked;
    expect(answers.read('situation').data).toBe(2);
  });

  it('that fails leaves what was known, and says why; the next one forgets it', async () => {
    const { answers, open } = new Questions();
    const first = answers.look('situation');
    open[0]?.answer(1);
    await first;
    const second = answers.look('situation');
    open[1]?.fail(new Problem(503, '暂时不可用', '数据库暂时不可用'));
    await second;
    expect(answers.read('situation')).toMatchObject({ data: 1, problem: { status: 503 } });
    const third = answers.look('situation');
    open[2]?.answer(3);
    await third;
    expect(answers.read('situation')).toEqual({ data: 3, problem: null, isAsking: false });
  });

  it.each(['refresh', 'look'] as const)('rests while a %s is open', async (before) => {
    const { answers, open } = new Questions();
    const first = answers[before]('situation');
    await answers.look('situation');
    expect(open).toHaveLength(1);
    open[0]?.answer(1);
    await first;
    void answers.look('situation');
    expect(open).toHaveLength(2);
  });

  it('gives way to whoever asks', async () => {
    const { answers, open } = new Questions();
    const looked = answers.look('situation');
    const asked = answers.refresh('situation');
    open[1]?.answer('asked for');
    open[0]?.answer('looked at');
    await Promise.all([looked, asked]);
    expect(answers.read('situation').data).toBe('asked for');
  });
});
