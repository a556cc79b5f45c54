import { describe, expect, it } from '@jest/globals';
import type { Feed } from '@risk/domain';
import type { OpenedLetter } from '@risk/intake';
import { shownFields } from './shown-letter.js';

const letter = (feed: Feed, content: unknown, value?: unknown): OpenedLetter => ({
  letter: {
    ...{ id: '1', feed, source: 'x', door: 'http', origin: {}, reason: '' },
    ...{ receivedAt: new Date(0), replayedAt: null },
  },
  bytes: Buffer.from(typeof content === 'string' ? content : JSON.stringify(content)),
  value,
});
const shown = (opened: OpenedLetter) =>
  Object.fromEntries(shownFields(opened).map(({ name, text, length }) => [name, text ?? length]));

describe('what may be seen of a dead letter', () => {
  it('of a complaint is nothing in which somebody could stand', () => {
    const payload = {
      ...{ channel: '12345', amount: 300, title: '王小兰举报', text: '我叫王小兰', people: 3 },
      ...{ reporter: { name: '王小兰', phone: '13900139000' }, targets: [{ name: '王小兰' }] },
    };
    const head = { source: 'hotline', sourceId: 'A1', occurredAt: '2026-11-01' };
    const fields = shown(letter('complaint', { ...head, payload }));
    expect(fields).toEqual({
      ...head,
      ...{ 'payload.channel': '12345', 'payload.amount': '300', 'payload.people': '3' },
      ...{ 'payload.title': 5, 'payload.text': 5, 'payload.targets[0].name': 3 },
      ...{ 'payload.reporter.name': 3, 'payload.reporter.phone': 11 },
    });
  });

  it('of a row that could not be mapped is which columns were filled', () => {
    const cells = { 编号: 'A1', 内容: '', 来电人: '王小兰' };
    const opened = letter('complaint', cells, {
      source: 'x',
      sourceId: '',
      unusableRow: '缺少内容',
    });
    expect(shown(opened)).toEqual({ 编号: 2, 内容: 0, 来电人: 3 });
  });

  it('of a registration and an advertisement is what does not speak of a person', () => {
    const payload = {
      ...{ name: '甲公司', businessScope: '电话13900139000咨询', regCap: 5 },
      ...{ contactPhone: '13900139000', 联系人: '王小兰', legalRepresentative: '李某' },
    };
    expect(shown(letter('registration', { payload }))).toEqual({
      ...{ 'payload.name': '甲公司', 'payload.businessScope': '电话＊＊＊＊＊＊＊＊＊＊＊咨询' },
      ...{ 'payload.regCap': '5', 'payload.contactPhone': 11, 'payload.联系人': 3 },
      'payload.legalRepresentative': '李某',
    });
  });

  it('hides numbers of people also where an id stands', () => {
    const fields = shown(letter('complaint', { sourceId: '来电13900139000', payload: {} }));
    expect(fields['sourceId']).toBe('来电＊＊＊＊＊＊＊＊＊＊＊');
  });

  it.each(['', '{', '[1]', '"王小兰"'])('of %j is nothing', (bytes) => {
    expect(shownFields(letter('complaint', bytes))).toEqual([]);
  });
});
