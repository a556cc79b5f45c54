import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { AppProcess, risk, until } from '../support/process.js';
import { signedIn } from '../support/sign-in.js';

/** What `npm start` runs, used as its user would: records in, alerts and e-mails out, killed and restarted. */
describe('the house in one process', () => {
  let dir: string;
  let env: Record<string, string>;
  let app: AppProcess;
  let url: string;

  const start = async (): Promise<void> => {
    app = await AppProcess.start('standalone', env);
    url = await app.url();
  };
  const visitor = () => signedIn(dir, { name: '张某' });
  const home = async (): Promise<string> => (await fetch(url, { headers: await visitor() })).text();
  const get = async <T>(path: string): Promise<T> =>
    (await fetch(`${url}${path}`, { headers: await visitor() })).json() as Promise<T>;
  const post = async (feed: string, body: unknown, type = 'application/json') => {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const response = await fetch(`${url}/api/feeds/${feed}`, {
      method: 'POST',
      headers: { 'content-type': type },
      body: text,
    });
    return { status: response.status, answer: (await response.json()) as Record<string, unknown> };
  };
  const queue = () =>
    get<{ rows: { id: string; entityName: string; tier: string }[]; total: number }>('/api/alerts');
  const mails = async () => {
    const names = await readdir(join(dir, 'mail')).catch(() => []);
    // One that is still being written ends otherwise.
    const files = names.filter((name) => name.endsWith('.eml'));
    return Promise.all(files.map(async (f) => simpleParser(await readFile(join(dir, 'mail', f)))));
  };

  const allSent = (): Promise<void> =>
    until(async () => {
      const { notices } = await get<{ notices: Record<string, number> }>('/api/overview');
      return ['pending', 'leased', 'sending'].every((state) => notices[state] === undefined);
    });

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'risk-story-'));
    const config = join(dir, 'config');
    await cp('config', config, { recursive: true });
    env = { RISK_DATA: dir, RISK_SAMPLES: 'off', RISK_CONFIG: config, PORT: '0' };
    await start();
  }, 120_000);
  afterAll(async () => {
    await app.end('SIGTERM');
    await rm(dir, { recursive: true, force: true });
  }, 60_000);

  const firm = {
    source: 'gsj-registration',
    sourceId: 'R-1',
    occurredAt: '2026-11-01T09:00:00+08:00',
    payload: {
      event: 'establish',
      name: '郴州金穗源财富管理有限公司',
      regionCode: '431002',
      registeredCapital: 50_000_000,
      paidInCapital: 0,
      businessScope: '投资理财；财富管理；养老服务',
      address: '郴州市北湖区人民西路1号',
    },
  };
  const advertisement = {
    source: 'ad-monitor',
    sourceId: 'A-1',
    occurredAt: '2026-11-02T09:00:00+08:00',
    payload: {
      medium: 'wechat',
      text: '郴州金穗源财富管理有限公司：保.本保 息，年化收益24%，零风险，介绍亲友参加再返2%现金，60岁以上老人优先',
      regionCode: '431002',
    },
  };
  const complaint = (n: number) => ({
    source: 'hotline-12345',
    sourceId: `C-${n}`,
    occurredAt: `2026-11-0${n + 2}T10:00:00+08:00`,
    payload: {
      channel: '12345',
      text: '郴州金穗源财富管理有限公司说好到期还本付息，现在本金取不出来，无法提现，门店也关门失联了',
      amount: 200_000,
      regionCode: '431002',
      reporter: {
        name: `卢见证${'甲乙丙丁'[n] ?? ''}`,
        phone: `1390735000${n}`,
        idNumber: `43100219550101001${n}`,
      },
    },
  });

  it('answers that it is well', async () => {
    expect(await get('/api/health')).toEqual({ status: 'ok' });
  });

  it('turns an advertisement of a firm into an alert with reasons, and the alert into e-mails', async () => {
    expect((await post('registration', firm)).answer).toMatchObject({ received: 1, stored: 1 });
    expect((await post('advertisement', [advertisement])).answer).toMatchObject({ stored: 1 });
    const [line] = (await queue()).rows;
    expect(line).toMatchObject({ entityName: '郴州金穗源财富管理有限公司' });
    const { index } = await get<{
      index: { reasons: unknown[]; elements: { inducement: boolean } };
    }>(`/api/alerts/${line?.id ?? ''}`);
    expect(index.elements.inducement).toBe(true);
    expect(index.reasons.length).toBeGreaterThan(1);
    await until(async () => (await mails()).length > 0);
    const mail = (await mails())[0];
    expect(mail?.subject).toContain('郴州金穗源财富管理有限公司');
    expect(mail?.text).toContain('预警理由');
  });

  it('raises the tier as people complain, and counts persons', async () => {
    const lines = [1, 2, 3].map((n) => JSON.stringify(complaint(n))).join('\n');
    expect((await post('complaint', lines, 'application/x-ndjson')).answer).toMatchObject({
      stored: 3,
    });
    const { rows, total } = await queue();
    expect(['red', 'orange']).toContain(rows[0]?.tier);
    expect([rows.length, total]).toEqual([1, 1]);
  });

  it('takes a second delivery calmly', async () => {
    await allSent();
    const before = (await mails()).length;
    expect((await post('complaint', complaint(1))).answer).toMatchObject({
      stored: 0,
      duplicate: 1,
    });
    await allSent();
    expect((await mails()).length).toBe(before);
  });

  it('sets a bad record aside in words and lets its neighbours in', async () => {
    const body = [
      { ...complaint(1), sourceId: 'C-9' },
      {
        source: 'not-registered',
        sourceId: 'x',
        occurredAt: '2026-11-02T00:00:00Z',
        payload: { text: 'x' },
      },
    ];
    const { status, answer } = await post('complaint', body);
    expect(status).toBe(200);
    expect(answer).toMatchObject({ received: 2, stored: 1, deadLettered: 1 });
    expect(JSON.stringify(answer['refusals'])).toContain('not-registered');
    expect((await post('complaint', '{broken')).status).toBe(422);
    const letters = await get<{ rows: { reason: string }[] }>('/api/dead-letters');
    expect(letters.rows).toHaveLength(2);
    const listed = await risk(env, 'dead-letters', 'list');
    expect(listed.words).toContain('not-registered');
  });

  it('explains a record and keeps its books', async () => {
    const explained = await risk(env, 'explain', 'ad-monitor/A-1');
    expect(explained.code).toBe(0);
    expect(explained.words).toMatch(
      /3\. 评估[\s\S]*4\. 主体[\s\S]*5\. 预警[\s\S]*6\. 通知[\s\S]*7\. 为什么没有更高/,
    );
    const reconciled = await risk(env, 'reconcile');
    expect(reconciled.words).toContain('账实相符');
    expect(reconciled.code).toBe(0);
  }, 90_000);

  it('names the reporter nowhere', async () => {
    const explained = await risk(env, 'explain', 'hotline-12345/C-1');
    const sinks = [
      explained.out,
      explained.words,
      JSON.stringify(await get('/api/alerts')),
      JSON.stringify(await get('/api/dead-letters')),
      await home(),
      app.words.join(''),
      ...(await mails()).map((m) => `${m.subject ?? ''}${m.text ?? ''}${String(m.html)}`),
    ];
    for (const canary of ['卢见证', '1390735000', '43100219550101001']) {
      for (const sink of sinks) expect(sink).not.toContain(canary);
    }
  });

  it('shows the alert on its page', async () => {
    const page = await home();
    expect(page).toContain('郴州金穗源财富管理有限公司');
    expect(page).toContain('预警清单');
  });

  it('refuses other sites and unknown paths in words', async () => {
    const foreign = await fetch(`${url}/api/feeds/complaint`, {
      method: 'POST',
      headers: { origin: 'http://evil.example' },
      body: '{}',
    });
    expect(foreign.status).toBe(403);
    const nowhere = await fetch(`${url}/api/nowhere`);
    expect([nowhere.status, nowhere.headers.get('content-type')]).toEqual([
      404,
      expect.stringContaining('problem+json'),
    ]);
  });

  describe('while the lexicon is edited', () => {
    const write = (terms: string): Promise<void> =>
      writeFile(
        join(dir, 'config/lexicon/story.yaml'),
        `entries:
  - code: told-in-a-story
    title: 故事里的说法
    scheme: illegal-fundraising
    elements: [inducement]
    dimension: inducement
    weight: 60
    source: 本地默认
    terms: ${terms}
`,
      );
    const inForce = async (): Promise<string> =>
      /词库 ([0-9a-f]{12})/.exec(await home())?.[1] ?? '';
    const told = (n: number) => ({
      ...advertisement,
      sourceId: `S-${n}`,
      payload: { ...advertisement.payload, text: `第 ${n} 号：金凤凰认购码火热派发中` },
    });

    it('judges by the new one without a pause, and every record says by which', async () => {
      const before = await inForce();
      expect((await post('advertisement', told(0))).answer).toMatchObject({ stored: 1 });
      await write('[金凤凰认购码]');
      let n = 0;
      await until(async () => {
        expect((await post('advertisement', told(++n))).answer).toMatchObject({ stored: 1 });
        return (await inForce()) !== before;
      });
      expect((await post('advertisement', told(++n))).answer).toMatchObject({ stored: 1 });
      const [old, now] = await Promise.all([
        risk(env, 'explain', 'ad-monitor/S-0'),
        risk(env, 'explain', `ad-monitor/S-${n}`),
      ]);
      expect(old.words).not.toContain('told-in-a-story');
      expect(old.words).toContain(before);
      expect(now.words).toContain('故事里的说法');
      expect(now.words).toContain(await inForce());
    }, 60_000);

    it('keeps the previous one when a line cannot be used, names it on the first page, and forgets it when mended', async () => {
      const before = await inForce();
      await write('\n      - 金凤凰认购码\n      - ……');
      await until(async () => (await home()).includes('运行提示'));
      expect(await home()).toContain('lexicon/story.yaml 第 11 行');
      expect(await inForce()).toBe(before);
      expect((await post('advertisement', told(1000))).answer).toMatchObject({ stored: 1 });
      await write('[金凤凰认购码]');
      await until(async () => !(await home()).includes('运行提示'));
      expect(await inForce()).toBe(before);
    }, 60_000);
  });

  it('has everything again after kill -9', async () => {
    const before = await get<{ records: unknown; alerts: unknown }>('/api/overview');
    await app.end('SIGKILL');
    await start();
    const after = await get<{ records: unknown; alerts: unknown }>('/api/overview');
    expect(after.records).toEqual(before.records);
    expect(after.alerts).toEqual(before.alerts);
    expect((await post('complaint', complaint(1))).answer).toMatchObject({ duplicate: 1 });
  }, 60_000);

  it('stops in order on Ctrl-C', async () => {
    expect(await app.end('SIGINT')).toBe(0);
    expect(app.words.join('')).toContain('已停止');
    await start();
  }, 60_000);

  it('imports a file whose bad rows are named', async () => {
    const file = join(dir, 'letters.csv');
    await writeFile(
      file,
      '工单编号,工单标题,诉求内容,求助号码\nG-1,路灯,路灯不亮,13900000001\n,无号,,\nG-2,投资,某公司承诺保本高息拉人投资,13900000002\n',
    );
    const imported = await risk(
      env,
      'import',
      '--preset',
      'auto',
      '--source',
      'hotline-12345',
      file,
    );
    expect(imported.words).toContain('诉求内容 → text');
    expect(JSON.parse(imported.out)).toMatchObject({ stored: 2 });
  }, 60_000);
});
