import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { MOST_ATTACHED_BYTES } from '@risk/cases';
import { Forbidden } from '@risk/kit';
import { openDoors, type OpenDoors } from './testing/open-doors.js';

let doors: OpenDoors;
beforeEach(async () => {
  doors = await openDoors();
});
afterEach(() => doors.close());

const send = (path: string, body: unknown) =>
  doors.ask(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
const SIGNING = { number: '郴金办函〔2026〕1号', by: '刘主任', because: '已审核' };
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

describe('the doors of letters', () => {
  it.each<[string, unknown, unknown]>([
    [
      '/api/alerts/7/letters/warning-talk',
      { place: '会议室', matters: ['名称'] },
      {
        'letters.draft': {
          ...{ alertId: '7', code: 'warning-talk' },
          said: { copies: [], place: '会议室', matters: ['名称'], materials: [], demands: [] },
        },
      },
    ],
    [
      '/api/meetings/3/papers/agenda',
      { place: '会议室' },
      {
        'letters.meetingPaper': {
          ...{ meetingId: '3', code: 'agenda' },
          said: { copies: [], place: '会议室', others: [] },
        },
      },
    ],
  ])('%s writes a DOCX', async (path, body, asked) => {
    const { status, headers, text } = await send(path, body);
    expect([status, text]).toEqual([200, 'PK']);
    expect(headers.get('content-type')).toBe(DOCX);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('content-disposition')).toBe(
      `attachment; filename="___.docx"; filename*=UTF-8''${encodeURIComponent('通知书.docx')}`,
    );
    expect(doors.house.answers.asked).toEqual([asked]);
  });

  it('let a person sign, and answer without the bytes', async () => {
    const body = { ...SIGNING, facts: { activities: ['停止吸收资金'] } };
    const { status, json } = await send('/api/alerts/7/letters/order-to-stop/signed', body);
    expect([status, json]).toEqual([200, { id: '3', entries: [] }]);
    expect(doors.house.answers.asked).toEqual([
      {
        'letters.sign': {
          ...{ alertId: '7', code: 'order-to-stop', ...SIGNING, on: null },
          said: { copies: [], as: 'fundraiser', activities: ['停止吸收资金'] },
        },
      },
    ]);
  });

  it.each<[string, unknown, number, string]>([
    ['/api/alerts/x/letters/warning-talk', {}, 404, '没有预警“x”'],
    ['/api/alerts/7/letters/handover', {}, 404, '没有“handover”这种文书，可用：suspend'],
    ['/api/alerts/7/letters/constructor', {}, 404, '没有“constructor”这种文书'],
    ['/api/meetings/3/papers/toString', {}, 404, '没有“toString”这种文书'],
    ['/api/alerts/7/letters/warning-talk', { at: '2026-11-27' }, 422, 'at：'],
    ['/api/alerts/7/letters/warning-talk', { on: '2026-02-30', x: 1 }, 422, 'on：应为 yyyy-mm-dd'],
    ['/api/alerts/7/letters/warning-talk', { matters: ['a\0'] }, 422, 'matters.0：含有不能保存'],
    ['/api/alerts/7/letters/warning-talk', { matters: ['\ud800'] }, 422, 'matters.0：'],
    ['/api/alerts/7/letters/warning-talk', { matters: [' '] }, 422, 'matters.0：'],
    ['/api/alerts/7/letters/warning-talk', { matters: Array(51).fill('甲') }, 422, 'matters：'],
    ['/api/alerts/7/letters/suspend-registration', { firms: [{}] }, 422, 'firms.0.name：'],
    ['/api/alerts/7/letters/verification-record', { places: { x: '甲' } }, 422, 'places'],
    ['/api/alerts/7/letters/warning-talk', [], 422, ''],
    ['/api/alerts/7/letters/order-to-stop/signed', { number: '1号' }, 422, 'because：'],
    ['/api/alerts/7/letters/order-to-stop/signed', { ...SIGNING, facts: { as: 'x' } }, 422, 'as：'],
  ])('%s refuses %j: %i, %s', async (path, body, status, words) => {
    expect(await send(path, body)).toMatchObject({
      status,
      json: { detail: expect.stringContaining(words) },
    });
    expect(doors.house.answers.asked).toEqual([]);
  });

  it('do not tell what closed the gate', async () => {
    doors.house.answers.refusal = new Forbidden('《通知书》第 3 行含有举报人信息');
    expect(await send('/api/alerts/7/letters/warning-talk', {})).toMatchObject({
      status: 403,
      json: { detail: '《通知书》第 3 行含有举报人信息' },
    });
  });

  it('read what was signed', async () => {
    expect(await doors.ask('/api/alerts/7/letters')).toMatchObject({ status: 200 });
    expect(await doors.ask('/api/letters/3')).toMatchObject({ status: 200, text: 'PK' });
    expect(doors.house.answers.asked).toEqual([
      { 'letters.ofAlert': '7' },
      { 'letters.open': '3' },
    ]);
    expect(await doors.ask('/api/letters/x')).toMatchObject({ status: 404 });
  });
});

const SAID = 'name=%E9%97%A8%E5%A4%B4.png&by=%E5%BC%A0&because=%E6%8B%8D%E6%91%84';
const put = (query: string, body: string | Buffer, headers: Record<string, string> = {}) =>
  doors.ask(`/api/alerts/7/attachments?${query}`, { method: 'POST', body, headers });

describe('the doors of attachments', () => {
  it('take bare bytes, whatever the sender calls them', async () => {
    const bytes = Buffer.from([0x89, 0x50, 0, 255]);
    for (const type of ['image/png', 'application/json', 'application/x-www-form-urlencoded'])
      expect(await put(SAID, bytes, { 'content-type': type })).toMatchObject({ status: 200 });
    const wanted = { alertId: '7', name: '门头.png', by: '张', because: '拍摄' };
    expect(doors.house.answers.asked).toMatchObject(
      [1, 2, 3].map(() => ({ 'letters.attach': { ...wanted, bytes } })),
    );
  });

  it.each<[string, string, number, string]>([
    ['no name', 'by=a&because=b', 422, 'name：'],
    ['no reason', 'name=a.png&by=a&because=', 422, 'because：'],
    ['two names', 'name=a.png&name=b.png&by=a&because=b', 422, 'name：'],
    ['more than it asks for', 'name=a.png&by=a&because=b&mediaType=x', 422, 'mediaType'],
    ['a null character', 'name=a%00.png&by=a&because=b', 422, 'name：'],
  ])('refuse %s', async (_name, query, status, words) => {
    expect(await put(query, 'x')).toMatchObject({
      status,
      json: { detail: expect.stringContaining(words) },
    });
    expect(doors.house.answers.asked).toEqual([]);
  });

  it('take 20 MB and not a byte more', async () => {
    expect(await put(SAID, Buffer.alloc(MOST_ATTACHED_BYTES))).toMatchObject({ status: 200 });
    expect(await put(SAID, Buffer.alloc(MOST_ATTACHED_BYTES + 1))).toMatchObject({ status: 413 });
    expect(doors.house.answers.asked).toHaveLength(1);
  });

  it('hand a file out under its own name, never to be run', async () => {
    const { status, headers, text } = await doors.ask('/api/attachments/3');
    expect([status, text]).toEqual([200, 'PNG']);
    expect(headers.get('content-disposition')).toBe(
      `attachment; filename="__ '(1)*.png"; filename*=UTF-8''%E9%97%A8%E5%A4%B4%20%27%281%29%2A.png`,
    );
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-type')).toBe('image/png');
    expect(await doors.ask('/api/attachments/4')).toMatchObject({ status: 404 });
    expect(await doors.ask('/api/attachments/x')).toMatchObject({ status: 404 });
    expect(await doors.ask('/api/alerts/7/attachments')).toMatchObject({ status: 200 });
  });
});
