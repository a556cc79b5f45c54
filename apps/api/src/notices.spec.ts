import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Conflict } from '@risk/kit';
import { openDoors, type OpenDoors } from './testing/open-doors.js';

let doors: OpenDoors;
beforeEach(async () => {
  doors = await openDoors();
});
afterEach(() => doors.close());

const post = (path: string, body: unknown) =>
  doors.ask(path, { method: 'POST', body: JSON.stringify(body) });
const SIGNED = { by: '王五', because: '电话核实' };

describe('the history of notices', () => {
  it('shows one notice, and says when there is none', async () => {
    expect(await doors.ask('/api/notices/31')).toMatchObject({ status: 200, json: { id: '31' } });
    expect((await doors.ask('/api/notices/9')).status).toBe(404);
    expect((await doors.ask('/api/notices/x')).status).toBe(404);
  });
});

describe("a person's word on a notice", () => {
  it.each([
    ['resend', SIGNED, 'resend'],
    ['settle', { ...SIGNED, received: true }, 'received'],
    ['settle', { ...SIGNED, received: false }, 'not-received'],
  ])('%s %j', async (door, body, verdict) => {
    expect((await post(`/api/notices/31/${door}`, body)).status).toBe(200);
    expect(doors.house.answers.asked).toEqual([{ id: '31', verdict, ...SIGNED }]);
  });

  it.each([
    ['resend', { by: '王五' }, 'because'],
    ['resend', { ...SIGNED, because: ' ' }, 'because：不能为空'],
    ['resend', { ...SIGNED, because: 'a\0b' }, 'because：含有不能保存的字符'],
    ['resend', { ...SIGNED, because: '\ud800' }, 'because：含有不能保存的字符'],
    ['settle', SIGNED, 'received'],
    ['settle', { ...SIGNED, received: true, seen: '1' }, 'seen'],
  ])('%s %j is refused with its field', async (door, body, words) => {
    const { status, json } = await post(`/api/notices/31/${door}`, body);
    expect([status, JSON.stringify(json)]).toEqual([422, expect.stringContaining(words)]);
    expect(doors.house.answers.asked).toEqual([]);
  });

  it('that comes too late is told how it stands', async () => {
    doors.house.answers.refusal = new Conflict('通知 31 现在是“已发”，不能重发');
    expect(await post('/api/notices/31/resend', SIGNED)).toMatchObject({
      status: 409,
      json: { detail: '通知 31 现在是“已发”，不能重发' },
    });
  });
});
