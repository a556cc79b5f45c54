import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppProcess, risk, until } from '../support/process.js';
import { signedIn } from '../support/sign-in.js';

/** A rule goes its whole way while the house runs: drafted, tested, shadowed, published, taken back. */
describe('the life of a rule', () => {
  let dir: string;
  let env: Record<string, string>;
  let app: AppProcess;
  let url: string;

  const as = (name: string) => signedIn(dir, { name });
  const get = async <T>(path: string): Promise<T> =>
    (await fetch(`${url}${path}`, { headers: await as('张三') })).json() as Promise<T>;
  /** As whoever signs, who is signed in. */
  const post = async (path: string, body: object) => {
    const { by } = body as { readonly by?: string };
    const who = by === undefined ? {} : await as(by);
    const response = await fetch(`${url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...who },
      body: JSON.stringify(body),
    });
    return { status: response.status, answer: (await response.json()) as Record<string, unknown> };
  };
  const home = async () => (await fetch(url, { headers: await as('张三') })).text();
  const lines = (out: string) =>
    out
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  const complain = (n: number) =>
    post('/api/feeds/complaint', {
      source: 'hotline-12345',
      sourceId: `C-${n}`,
      occurredAt: `2026-11-0${n}T10:00:00+08:00`,
      payload: {
        text: `郴州金穗源财富管理有限公司的钱到期取不出来，第${n}次反映`,
        targets: [{ name: '郴州金穗源财富管理有限公司' }],
      },
    });
  interface Told {
    readonly record: { readonly sourceId: string };
    readonly assessment: { readonly version: { readonly rules: string } };
  }
  /** Complaints are the only records, so the nth is row n. */
  const versionOf = async (n: number): Promise<string> => {
    const { record, assessment } = await get<Told>(`/api/records/${n}/explanation`);
    expect(record.sourceId).toBe(`C-${n}`);
    return assessment.version.rules;
  };

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'risk-editions-'));
    env = { RISK_DATA: dir, RISK_SAMPLES: 'off', PORT: '0' };
    app = await AppProcess.start('standalone', env);
    url = await app.url();
    await complain(1);
    await complain(2);
  }, 120_000);
  afterAll(async () => {
    await app.end('SIGTERM');
    await rm(dir, { recursive: true, force: true });
  }, 60_000);

  let before: string;
  let id: string;

  it('begins with the configuration folder in force', async () => {
    const { rows } = await get<{ rows: { rules: string; stage: string; origin: string }[] }>(
      '/api/editions',
    );
    const [first, ...others] = rows;
    expect(others).toEqual([]);
    expect(first).toMatchObject({ stage: 'in-force', origin: 'folder' });
    before = first?.rules ?? '';
    expect(await versionOf(1)).toBe(before);
  }, 60_000);

  it('takes no draft whose examples fail, and says which', async () => {
    const rules = join(dir, 'bad');
    await cp('config/rules', rules, { recursive: true });
    const file = join(rules, 'complaint.yaml');
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace('expect: fires', 'expect: silent'));
    const words = ['--title', '坏草稿', '--by', '张三', '--because', '试验例子'];
    const refused = await risk(env, 'edition', 'draft', '--rules', rules, ...words);
    expect(refused).toMatchObject({ code: 2, out: '' });
    expect(refused.words).toContain('例子与规则不符');
    expect(refused.words).toContain('complaint.yaml › ');
  }, 60_000);

  it('is drafted and backtested: what would change is told, nothing is changed', async () => {
    const rules = join(dir, 'good');
    await cp('config/rules', rules, { recursive: true });
    const file = join(rules, 'complaint.yaml');
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replaceAll(/weight: \d+/g, 'weight: 1'));
    const words = ['--title', '投诉减权', '--by', '张三', '--because', '看看影响'];
    const drafted = await risk(env, 'edition', 'draft', '--rules', rules, ...words);
    expect(drafted.code).toBe(0);
    const [draft] = lines(drafted.out);
    expect(draft).toMatchObject({ stage: 'draft', draftedBy: '张三', inForce: false });
    id = String(draft?.['id']);
    const tested = await risk(env, 'backtest', '--rules', rules);
    expect(tested.code).toBe(0);
    const [summary, entity] = lines(tested.out);
    expect(summary).toMatchObject({
      kind: 'summary',
      records: 2,
      base: { rules: before },
      candidate: { rules: draft?.['rules'] },
    });
    expect(entity).toMatchObject({ kind: 'entity', name: '郴州金穗源财富管理有限公司' });
    expect(['dropped', 'lower']).toContain(entity?.['change']);
  }, 60_000);

  it('is not published by whoever drafted it, nor untested', async () => {
    const step = { by: '李四', because: '复核无误' };
    const untested = await post(`/api/editions/${id}/publish`, { ...step, urgent: true });
    expect(untested).toMatchObject({ status: 409 });
    expect(untested.answer['detail']).toContain('还没有回测');
    const test = await post(`/api/editions/${id}/backtest`, { by: '张三', because: '看看影响' });
    expect(test).toMatchObject({
      status: 200,
      answer: { edition: { stage: 'tested' }, report: { records: 2 } },
    });
    const own = await post(`/api/editions/${id}/publish`, { ...step, by: '张三', urgent: true });
    expect(own).toMatchObject({ status: 409 });
    expect(own.answer['detail']).toContain('不能是同一人');
    const early = await post(`/api/editions/${id}/publish`, step);
    expect(early.answer['detail']).toContain('影子运行');
  }, 60_000);

  it('runs in shadow: it judges what comes in and moves nobody', async () => {
    const shadowed = await risk(
      env,
      'edition',
      'shadow',
      id,
      '--by',
      '张三',
      '--because',
      '先看看',
    );
    expect(lines(shadowed.out)[0]).toMatchObject({ stage: 'shadow' });
    await complain(3);
    expect(await versionOf(3)).toBe(before);
    interface Shadow {
      readonly progress: { readonly records: number } | null;
      readonly differences: readonly { readonly name: string }[];
    }
    await until(async () => {
      const { progress } = await get<Shadow>(`/api/editions/${id}/shadow`);
      return (progress?.records ?? 0) > 0;
    });
    const { differences } = await get<Shadow>(`/api/editions/${id}/shadow`);
    expect(differences.map(({ name }) => name)).toEqual(['郴州金穗源财富管理有限公司']);
  }, 90_000);

  it('is published by another, and the running house judges by it', async () => {
    const step = { by: '李四', because: '情况紧急', urgent: true };
    const published = await post(`/api/editions/${id}/publish`, step);
    expect(published).toMatchObject({ status: 200, answer: { stage: 'in-force' } });
    const now = String(published.answer['rules']);
    await until(async () => (await home()).includes(`规则 ${now}`));
    await complain(4);
    expect(await versionOf(4)).toBe(now);
    expect(await versionOf(1)).toBe(before);
  }, 60_000);

  it('is taken back at once', async () => {
    const { rows } = await get<{ rows: { id: string }[] }>('/api/editions?sort=draftedAt');
    const [first] = rows;
    const back = await risk(
      env,
      'edition',
      'rollback',
      first?.id ?? '',
      '--by',
      '王五',
      '--because',
      '误伤较多',
    );
    expect(back.code).toBe(0);
    await until(async () => (await home()).includes(`规则 ${before}`));
    await complain(5);
    expect(await versionOf(5)).toBe(before);
    const page = await (await fetch(`${url}/editions`, { headers: await as('张三') })).text();
    for (const words of ['投诉减权', '影子运行', '退回到此版本', '王五：误伤较多'])
      expect(page).toContain(words);
  }, 60_000);

  it('leaves a history that can be made again to the last digit', async () => {
    const verified = await risk(env, 'rescore', '--verify');
    expect(verified).toMatchObject({ code: 0, out: '' });
    expect(verified.words).toMatch(/不同 0 行/);
  }, 60_000);
});
