import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { seconds, Unavailable } from '@risk/kit';
import { answerTo } from '../../../../libs/tips/src/testing/answer-to.js';
import { PNG } from '../../../../libs/tips/src/testing/tip-store.contract.js';
import { openDoors, type OpenDoors } from '../testing/open-doors.js';

const TEXT = '某养老公寓承诺年息百分之十八，已交五万元';
const HOSTILE = `"><script>alert(1)</script>{{7*7}}' onload=x &amp;`;

let doors: OpenDoors;
beforeEach(async () => {
  doors = await openDoors();
});
afterEach(() => doors.close());

const sealedIn = (page: string): string => /name="form" value="([^"]+)"/.exec(page)?.[1] ?? '';
const codeIn = (page: string): string => /id="code">([^<]+)</.exec(page)?.[1] ?? '';
const get = (path: string) => doors.ask(path, { as: null, headers: { accept: 'text/html' } });

/** A form that somebody opened and took his time over. */
async function opened(took = seconds(30)): Promise<string> {
  const form = sealedIn((await get('/report')).text);
  doors.house.clock.advance(took);
  return form;
}

function send(fields: Readonly<Record<string, string>>, files: Uint8Array[] = []) {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  for (const bytes of files)
    body.append('files', new Blob([Uint8Array.from(bytes)]), '王某的合同.png');
  return doors.ask('/report', { method: 'POST', body, as: null });
}

const ask = (code: string) =>
  doors.ask('/report/status', {
    ...{ method: 'POST', as: null, body: new URLSearchParams({ code }).toString() },
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });

describe('a citizen', () => {
  it('reports without a name and with a picture, and follows the report by its code', async () => {
    const { store, inlet } = doors.house.tipsKept;
    const { status, text } = await send({ form: await opened(), text: TEXT }, [PNG]);
    expect(status).toBe(200);
    const code = codeIn(text);
    expect(code).toMatch(/^(\w{4}-){4}\w{4}$/);
    expect(inlet.taken).toMatchObject([{ payload: { text: TEXT, anonymous: true } }]);
    expect(store.kept).toMatchObject([{ files: [{ name: '举报附件1.png' }] }]);
    expect((await ask(code)).text).toContain('已收到');
    store.fates.set(store.kept[0]!.sourceId, { stages: ['closed'], hasOutcome: true });
    const concluded = await ask(code.toLowerCase());
    expect(concluded.text).toContain('<h2>已核查</h2>');
    expect(concluded.text).not.toMatch(/查实|排除|某养老公寓/);
  });

  it('gets no cookie, no script, and nothing that is kept on the way', async () => {
    for (const path of ['/report', '/report/status', '/report/learn']) {
      const { status, headers, text } = await get(path);
      expect([path, status]).toEqual([path, 200]);
      expect(headers.get('set-cookie')).toBeNull();
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(text).not.toMatch(/<script|style="|https?:\/\//);
    }
    expect((await get('/report')).headers.get('cache-control')).toBe('no-store');
  });

  it('has what was written back with what is wrong, on the same form', async () => {
    const form = await opened();
    const answer = await send({ form, text: '太短', name1: HOSTILE, amount: '五万', secret: 'on' });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('情况说明：');
    expect(sealedIn(answer.text)).toBe(form);
    expect(answer.text).toContain('value="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(answer.text).not.toContain('<script>');
    expect(answer.text).toMatch(/value="on"\s+checked/);
    expect((await send({ form, text: TEXT })).status).toBe(200);
  });

  it('is told the same code when the finger was impatient', async () => {
    const form = await opened();
    const codes = new Set<string>();
    for (let n = 0; n < 2; n += 1) codes.add(codeIn((await send({ form, text: TEXT })).text));
    expect(codes.size).toBe(1);
    const other = await send({ form, text: `${TEXT}，另有一事` });
    expect([other.status, other.text.includes('已经提交过')]).toEqual([409, true]);
    expect(sealedIn(other.text)).not.toBe(form);
  });

  it('keeps what was written when the house cannot take it now', async () => {
    const { inlet } = doors.house.tipsKept;
    inlet.fault = new Unavailable('连接不上数据库');
    const answer = await send({ form: await opened(), text: TEXT });
    expect([answer.status, answer.text.includes(TEXT)]).toEqual([503, true]);
  });

  it.each<[string, Uint8Array[], string]>([
    ['a page', [Buffer.from('<html>')], '不是照片'],
    [
      'six pictures',
      Array.from({ length: 6 }, (_, n) => Buffer.concat([PNG, Buffer.of(n)])),
      '最多 5 个',
    ],
  ])('is told what is wrong with %s', async (_what, files, says) => {
    const { status, text } = await send({ form: await opened(), text: TEXT }, files);
    expect([status, text.includes(says)]).toEqual([422, true]);
    expect(doors.house.tipsKept.inlet.taken).toEqual([]);
  });
});

describe('a script', () => {
  it('is asked a question, and with a wrong answer another', async () => {
    const form = await opened(0);
    const asked = await send({ form, text: TEXT });
    expect([asked.status, asked.text.includes('请回答')]).toEqual([422, true]);
    const question = /name="question" value="([^"]+)"/.exec(asked.text)?.[1] ?? '';
    const wrong = await send({ form, text: TEXT, question, answer: '99' });
    expect([wrong.status, wrong.text.includes('请回答')]).toEqual([422, true]);
    const words = /防止机器提交）：([^<]+)</.exec(asked.text)?.[1] ?? '';
    const right = await send({ form, text: TEXT, question, answer: String(answerTo(words)) });
    expect([right.status, codeIn(right.text)]).toEqual([200, expect.stringMatching(/-/)]);
  });

  it('falls into the field that nobody sees', async () => {
    const answer = await send({ form: await opened(), text: TEXT, homepage: 'http://x' });
    expect(answer.text).toContain('请回答');
  });

  it('that floods is turned away', async () => {
    for (let n = 0; n < 20; n += 1)
      await send({ form: await opened(), text: `${TEXT}${String(n)}` });
    const { status, text } = await send({ form: await opened(), text: TEXT });
    expect([status, text.includes('暂时不能再收')]).toEqual([429, true]);
    expect(doors.house.tipsKept.store.kept.length).toBeLessThanOrEqual(3);
  });

  it.each([
    ['no form at all', 'application/json', '{"text":"x"}'],
    ['a form of the other kind', 'application/x-www-form-urlencoded', `text=${TEXT}`],
    ['parts without end', 'multipart/form-data; boundary=x', '--x\r\n'.repeat(100)],
    ['broken parts', 'multipart/form-data; boundary=x', '--x\r\nfoo'],
  ])('that sends %s is refused', async (_what, type, body) => {
    const headers = { 'content-type': type };
    const answer = await doors.ask('/report', { method: 'POST', as: null, headers, body });
    expect([answer.status, answer.text.includes('请用网页上的表单提交')]).toEqual([400, true]);
  });

  it('that sends more than fits is refused, and answered', async () => {
    const { status, text } = await send({ form: await opened(), text: TEXT }, [
      Buffer.alloc(26 * 1024 * 1024),
    ]);
    expect([status, text.includes('附件太大')]).toEqual([413, true]);
  });

  it('that guesses codes is told the same, then to wait', async () => {
    const answers = [];
    for (const code of ['', 'x', '0000-0000-0000-0000-0000', `' or 1=1`, HOSTILE])
      answers.push(await ask(code));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(answers.every(({ status, text }) => status === 200 && text.includes('没有查到'))).toBe(
      true,
    );
    for (let n = 0; n < 5; n += 1) await ask('y');
    expect(await ask('z')).toMatchObject({ status: 429 });
  });

  it('of another site reports for nobody', async () => {
    const headers = { origin: 'https://evil.example' };
    const answer = await doors.ask('/report', { method: 'POST', as: null, headers, body: 'x' });
    expect(answer.status).toBe(403);
  });
});

describe('the place of the page', () => {
  const ways = ['/report', '/report/learn', '/report/status', '/report/style.css'];

  it('is nowhere when it is switched off', async () => {
    const shut = await openDoors({ publicPage: null });
    try {
      for (const path of [...ways, '/Report', '/REPORT/status'])
        expect((await shut.ask(path, { as: null })).status).toBe(404);
      expect(shut.publicUrl).toBeNull();
      expect((await shut.ask('/login', { as: null })).status).toBe(200);
    } finally {
      await shut.close();
    }
  });

  it('is its own where there is nothing else, when it has one', async () => {
    const apart = await openDoors({ publicPage: { ownPlace: { host: '127.0.0.1', port: 0 } } });
    const place = (apart.publicUrl ?? '').replace(/\/report$/, '');
    const at = (path: string) => fetch(`${place}${path}`, { redirect: 'manual' });
    try {
      for (const path of ways) {
        expect((await apart.ask(path, { as: null })).status).toBe(404);
        expect((await at(path)).status).toBe(200);
      }
      const elsewhere = ['/login', '/setup', '/api/health', '/api/openapi.json', '/workbench', '/report/', '/report/x', '/REPORT', '/report%2f..%2flogin', '//login', '/style.css', '/api/feeds/complaint']; // prettier-ignore
      for (const path of elsewhere) expect([path, (await at(path)).status]).toEqual([path, 404]);
      const begin = await at('/');
      expect([begin.status, begin.headers.get('location')]).toEqual([303, '/report']);
    } finally {
      await apart.close();
    }
  });
});

describe('the office', () => {
  const headers = async (roles: readonly ['monitor'] | readonly ['liaison']) => ({
    cookie: await doors.house.people.cookieOf('某人', {
      ...{ roles, unit: roles[0] === 'monitor' ? 'office' : 'market' },
    }),
  });

  it('reads what came, with its files, and lays it down', async () => {
    const as = { headers: await headers(['monitor']) };
    expect((await doors.ask('/api/tips', as)).json).toMatchObject({
      rows: [{ id: '7', state: 'verifying', anonymous: true }],
      total: 1,
    });
    expect((await doors.ask('/api/tips/7', as)).json).toMatchObject({ state: 'verifying' });
    const file = await doors.ask('/api/tips/7/files/3', as);
    expect(file.headers.get('content-disposition')).toMatch(/^attachment/);
    const body = JSON.stringify({ because: '电话核实，是正规公司' });
    const review = await doors.ask('/api/tips/7/review', { method: 'POST', body, ...as });
    expect(review.status).toBe(200);
    expect(doors.house.tipsKept.store.reviews).toMatchObject([{ tipId: '7', by: '某人' }]);
    expect((await doors.ask('/api/tips/export?anonymous=true', as)).text.slice(0, 2)).toBe('PK');
  });

  it('shows nothing of it to member units', async () => {
    const as = { headers: await headers(['liaison']) };
    for (const path of ['/api/tips', '/api/tips/7', '/api/tips/7/files/3', '/api/tips/export'])
      expect([path, (await doors.ask(path, as)).status]).toEqual([path, 403]);
  });
});
