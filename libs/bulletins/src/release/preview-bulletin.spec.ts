import { beforeEach, describe, expect, it } from '@jest/globals';
import { at } from '../testing/a-dossier.js';
import { anAlertLine } from '../testing/fixed-source.js';
import { cityPolicy, releaseBed, type ReleaseBed } from '../testing/release-bed.js';
import type { Preview } from './preview-bulletin.js';

const CITY = { kind: 'city' } as const;
const daily = (asOf: string) => ({ kind: 'daily', scope: CITY, asOf: at(asOf) }) as const;
const bytesOf = ({ files }: Pick<Preview, 'files'>): string[] =>
  files.map(({ bytes }) => Buffer.from(bytes).toString());

let bed: ReleaseBed;
beforeEach(() => {
  bed = releaseBed({ raised: [anAlertLine()] }, { policy: cityPolicy() });
});

describe('a preview', () => {
  it('keeps nothing, sends nothing and warns nobody', async () => {
    const { title, kept, files } = await bed.preview.run(daily('2026-11-25T08:30'));
    expect([title, kept]).toEqual(['2026年11月25日非法金融风险监测情况', null]);
    expect(files.map(({ name }) => name)).toEqual(['简报.json', '附表.json']);
    expect([bed.store.all, bed.post.sent, bed.warning.told]).toEqual([[], [], []]);
  });

  it('tells the press beforehand that a paper will come', async () => {
    bed.source.failing = new Error('down');
    await bed.preview.run(daily('2026-11-25T08:30'));
    expect(bed.press.prepared).toBe(1);
  });

  it('is a draft without number until one is kept', async () => {
    const made = await bed.preview.run(daily('2026-11-25T08:30'));
    expect(JSON.parse(bytesOf(made)[0]!)).toMatchObject({
      isDraft: true,
      masthead: { issue: null },
    });
  });

  it.each(['daily', 'weekly', 'monthly'] as const)(
    'of a %s that is kept has the same bytes, also much later',
    async (kind) => {
      await bed.due();
      const id = bed.store.all.find((one) => one.kind === kind)!.id;
      bed.clock.goTo('2026-12-24T12:00:00+08:00');
      const made = await bed.preview.run({ kind, scope: CITY, asOf: at('2026-11-25T08:30') });
      const files = await Promise.all(
        made.files.map(async ({ name }) => (await bed.store.file(id, name))!),
      );
      expect(made.kept?.id).toBe(id);
      expect(bytesOf(made)).toEqual(bytesOf({ files }));
      expect(made.files.map((file) => file.sha256)).toEqual(
        made.kept?.files.map((file) => file.sha256),
      );
    },
  );

  it('of the same moment is the same twice', async () => {
    const asked = [
      await bed.preview.run(daily('2026-11-24T15:00')),
      await bed.preview.run(daily('2026-11-24T15:00')),
    ];
    expect(bytesOf(asked[0]!)).toEqual(bytesOf(asked[1]!));
  });

  it('shows what is broken', async () => {
    bed.source.failing = new Error('down');
    const { content } = await bed.preview.run(daily('2026-11-25T08:30'));
    expect(content.composition.broken.map(({ section }) => section)).toEqual([
      '新增预警',
      '等级变动',
    ]);
  });

  it('is stopped by the gate, too', async () => {
    bed.gate.forbidden = '甲投资';
    const made = await bed.preview.run(daily('2026-11-25T08:30'));
    expect(bytesOf(made).join()).not.toContain('甲投资');
    expect(made.content.composition.broken[0]?.section).toBe('举报人保护检查');
  });
});

describe('between two issues', () => {
  it('a daily tells of the time since the last one', async () => {
    await bed.due();
    bed.clock.goTo('2026-11-25T16:00:00+08:00');
    const { title, content, kept } = await bed.preview.run(daily('2026-11-25T15:20'));
    expect(title).toBe('日报（截至 2026-11-25 15:20）非法金融风险监测情况');
    expect(content.heading.covers).toBe(
      '统计时段：2026年11月25日8时30分至2026年11月25日15时20分。',
    );
    expect(bed.source.asked.at(-1)?.span).toEqual({
      since: at('2026-11-25T08:30'),
      until: at('2026-11-25T15:20'),
    });
    expect(kept).toBeNull();
  });

  it('on a day of rest it is of the days since, and bears that day', async () => {
    bed.clock.goTo('2026-11-29T12:00:00+08:00');
    const { content } = await bed.preview.run(daily('2026-11-29T10:00'));
    expect(content.heading.date).toBe('2026-11-29');
    expect(bed.source.asked.at(-1)?.span.since).toEqual(at('2026-11-27T08:30'));
  });

  it('the others are the latest issue', async () => {
    const weekly = { kind: 'weekly', scope: CITY, asOf: at('2026-11-25T08:00') } as const;
    expect((await bed.preview.run(weekly)).title).toBe('2026年第47周非法金融风险监测情况');
  });
});

describe('what cannot be looked at', () => {
  it.each<[string, Parameters<ReleaseBed['preview']['run']>[0], string]>([
    ['the future', daily('2026-11-25T08:31'), 'as-of：2026-11-25 08:31 还没有到'],
    [
      'an edition that is not planned',
      { kind: 'daily', scope: { kind: 'unit', code: 'mars' }, asOf: at('2026-11-24T12:00') },
      '没有安排“unit:mars”的这种简报',
    ],
    [
      'a special report on nobody',
      { kind: 'special', entityId: '9', asOf: at('2026-11-24T12:00') },
      '没有编号为 9 的主体',
    ],
  ])('%s', async (_what, wish, words) => {
    await expect(bed.preview.run(wish)).rejects.toThrow(words);
  });

  it('but this very moment can', async () => {
    expect((await bed.preview.run(daily('2026-11-25T08:30'))).files).not.toEqual([]);
  });
});

describe('samples', () => {
  it('are marked as long as nothing real was received', async () => {
    bed.source.answers = { hasReal: false };
    const { content } = await bed.preview.run(daily('2026-11-25T08:30'));
    expect(content.heading.samples).toBe(true);
    expect(bed.source.asked.every(({ samples }) => samples)).toBe(true);
  });
});
