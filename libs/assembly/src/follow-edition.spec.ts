import { describe, expect, it } from '@jest/globals';
import type { RuleBook } from '@risk/editions';
import { Invalid, Unavailable } from '@risk/kit';
import { FakeLog } from '../../kit/src/testing/fake-log.js';
import { FakeClock } from '../../kit/src/testing/fake-clock.js';
import { FakeUnitOfWork } from '../../kit/src/testing/fake-transaction.js';
import { InMemoryEditions } from '../../editions/src/testing/in-memory-editions.js';
import { book } from '../../editions/src/testing/edition-store.contract.js';
import { FollowEdition } from './follow-edition.js';

const AT = new FakeClock().now();
const versionOf = ({ rules }: RuleBook): string =>
  String((rules[0]?.content as { rules?: unknown }).rules);

/** A house that follows what is published, and takes every book but bad ones. */
class Scene {
  readonly store = new InMemoryEditions();
  readonly used: string[] = ['r1'];
  readonly warnings: (string | null)[] = [];
  readonly log = new FakeLog();
  readonly follow = new FollowEdition(
    this.store,
    {
      versions: () => ({ rules: this.used.at(-1) ?? '', scoring: 's1', lexicon: null }),
      use: (taken) => {
        if (versionOf(taken).startsWith('bad')) throw new Invalid('规则不能用\n第二处');
        this.used.push(versionOf(taken));
        return Promise.resolve();
      },
      warn: (sentence) => {
        this.warnings.push(sentence);
        return Promise.resolve();
      },
    },
    this.log,
  );

  publish(rules: string): Promise<void> {
    return new FakeUnitOfWork().run(async (tx) => {
      const head = { title: rules, by: '张三', because: '试验', at: AT };
      const draft = { rules, scoring: 's1', lexicon: null, origin: 'person' as const, ...head };
      const id = await this.store.draft(tx, draft, book(rules));
      await this.store.step(tx, id, { kind: 'published', ...head, by: '李四', detail: null });
    });
  }
}

describe('following the edition in force', () => {
  it('changes nothing while none was published, or what is in force is used already', async () => {
    const scene = new Scene();
    await scene.follow.look();
    await scene.publish('r1');
    await scene.follow.look();
    expect(scene.used).toEqual(['r1']);
  });

  it('takes over what was published, once', async () => {
    const scene = new Scene();
    await scene.publish('r2');
    await scene.follow.look();
    await scene.follow.look();
    expect(scene.used).toEqual(['r1', 'r2']);
    expect(scene.log.lines).toMatchObject([{ level: 'info', facts: { edition: '1' } }]);
  });

  it('keeps the previous one when the new one cannot be used, says so once, and takes the next', async () => {
    const scene = new Scene();
    await scene.publish('bad');
    await scene.follow.look();
    await scene.follow.look();
    expect(scene.used).toEqual(['r1']);
    expect(scene.warnings).toEqual([
      '已发布的规则版本 1（bad）不能使用，仍按原版本（规则 r1）评估：规则不能用；第二处',
    ]);
    await scene.publish('r3');
    await scene.follow.look();
    expect(scene.used).toEqual(['r1', 'r3']);
    expect(scene.warnings.at(-1)).toBeNull();
  });

  it('takes it at the next look when the database was away for its texts', async () => {
    const scene = new Scene();
    await scene.publish('r2');
    const bookOf = scene.store.bookOf.bind(scene.store);
    scene.store.bookOf = () => Promise.reject(new Unavailable('连接不上数据库'));
    await scene.follow.look();
    expect([scene.used, scene.warnings]).toEqual([['r1'], []]);
    scene.store.bookOf = bookOf;
    await scene.follow.look();
    expect(scene.used).toEqual(['r1', 'r2']);
  });

  it('waits when the store is away', async () => {
    const scene = new Scene();
    scene.store.inForce = () => Promise.reject(new Error('no database'));
    await scene.follow.look();
    expect(scene.used).toEqual(['r1']);
    expect(scene.log.lines).toMatchObject([{ level: 'warn' }]);
  });
});
