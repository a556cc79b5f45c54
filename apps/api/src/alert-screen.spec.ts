import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { JudgedOnce } from '@risk/store';
import { openDoors, type OpenDoors } from './testing/open-doors.js';
import type { Part } from './testing/people.js';
import { alertSaying, indexSaying } from './testing/screens.js';

const TEXT = '谨防保本高息。鑫源公司承诺保本高息，也说保夲高息';

const RECORD: JudgedOnce = {
  record: {
    ...{ id: '9', feed: 'complaint', source: 'hotline', sourceId: 'A1', door: 'http', origin: {} },
    ...{ fingerprint: 'f', current: true, sample: false, reporterKept: true },
    occurredAt: new Date('2026-11-01T09:00:00+08:00'),
    receivedAt: new Date('2026-11-01T10:00:00+08:00'),
    payload: { text: TEXT },
  },
  assessment: null,
};
const index = {
  ...indexSaying('甲'),
  reasons: [
    { code: 'guarantee', dimension: 'inducement', points: 40, because: '保本', times: 3 },
    { code: 'AD-1', dimension: 'spread', points: 9, because: '公开', times: 1 },
    { code: 'gone', dimension: 'spread', points: 1, because: '旧规则', times: 1 },
  ],
} as const;

let doors: OpenDoors;
beforeEach(async () => {
  doors = await openDoors();
  doors.house.answers.alert = alertSaying('甲', { index });
  doors.house.answers.records = [RECORD];
});
afterEach(() => doors.close());

async function read(path: string, part: Part = {}) {
  const cookie = await doors.house.people.cookieOf(JSON.stringify(part), part);
  const { status, json } = await doors.ask(path, { headers: { cookie } });
  return { status, json: json as Told & Evidence };
}

interface Told {
  readonly reasons: readonly { readonly title: string; readonly bases: readonly string[] }[];
  readonly elements: readonly { readonly element: string; readonly by: readonly object[] }[];
  readonly withheld: readonly { readonly part: string }[];
  readonly may: { readonly steps: readonly string[]; readonly deeds: readonly string[] };
  readonly handOvers: readonly object[];
  readonly letters: readonly object[] | object;
  readonly notices: readonly object[];
}

describe('everything about one alert', () => {
  it('names what each reason is called and rests on, also when no engine knows it any more', async () => {
    const { json } = await read('/api/alerts/7/whole');
    expect(json.reasons.map(({ title, bases }) => [title, ...bases])).toEqual([
      ['承诺保本', '防范和处置非法集资条例第二条'],
      ['公开宣传保本', '防范和处置非法集资条例第二条'],
      ['gone'],
    ]);
  });

  it('tells of all four elements, and which reasons touched those that are', async () => {
    const { json } = await read('/api/alerts/7/whole');
    expect(json.elements.map(({ element, by }) => [element, by.length])).toEqual([
      ['illegality', 0],
      ['publicity', 0],
      ['inducement', 1],
      ['sociality', 0],
    ]);
  });

  it('leaves out what the asker may not read, and says so', async () => {
    const liaison = { roles: ['liaison'], unit: 'market' } as const;
    const { json } = await read('/api/alerts/7/whole', liaison);
    expect(json.withheld.map(({ part }) => part)).toEqual([
      ...['来件原文', '送给其他单位的通知', '其他单位的应办事项', '文书', '移送'],
    ]);
    expect([json.handOvers, json.letters, json.notices]).toEqual([[], [], []]);
  });

  it('offers the office what the stage allows, and a unit that was told of nothing no step', async () => {
    const office = await read('/api/alerts/7/whole');
    expect(office.json.may.steps).toContain('assigned');
    const stranger = { roles: ['liaison'], unit: 'market' } as const;
    const unit = await read('/api/alerts/7/whole', stranger);
    expect(unit.json.may.steps).toEqual([]);
  });

  it('of an alert that is not there is nothing', async () => {
    expect((await read('/api/alerts/8/whole')).status).toBe(404);
    expect((await read('/api/alerts/8/evidence')).status).toBe(404);
  });
});

interface Evidence {
  readonly records: readonly {
    readonly fields: readonly {
      readonly places: readonly {
        readonly start: number;
        readonly term: string | null;
        readonly transforms: readonly string[];
        readonly suppressed: string | null;
      }[];
    }[];
  }[];
}

describe('the words on which an alert stands', () => {
  it('are marked: plain ones, disguised ones, and those that a cue takes the meaning of', async () => {
    const { json } = await read('/api/alerts/7/evidence?code=guarantee');
    expect(json.records[0]?.fields[0]?.places).toMatchObject([
      { start: TEXT.indexOf('保本'), suppressed: 'warning text 谨防 at 0-2' },
      { start: TEXT.lastIndexOf('保本'), term: null, suppressed: null },
      { start: TEXT.indexOf('保夲'), term: '保本高息', suppressed: null },
    ]);
    expect(doors.house.answers.asked.at(-1)).toEqual({
      ...{ entityId: '3', code: 'guarantee', after: null, limit: 9 },
    });
  });

  it('are not for a unit', async () => {
    const unit = { roles: ['liaison'], unit: 'market' } as const;
    expect((await read('/api/alerts/7/evidence', unit)).status).toBe(403);
    expect((await read('/api/alerts/7/not-higher', unit)).status).toBe(403);
  });

  it('are asked for in words that are checked', async () => {
    expect((await read('/api/alerts/7/evidence?after=x')).status).toBe(422);
    expect((await read('/api/alerts/7/evidence?many=1')).status).toBe(422);
  });
});
