import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Guest } from '../support/guest.js';
import { AppProcess } from '../support/process.js';
import { ReaderOfAll } from '../support/reader-of-all.js';
import { fillWithSampleCity } from '../support/sample-city.js';
import { signedIn, type Visitor } from '../support/sign-in.js';
import { ToldAnswers } from '../support/told-answers.js';

jest.setTimeout(600_000);

const PEOPLE: readonly (readonly [string, Visitor])[] = [
  ['the office', { name: '张某', roles: ['monitor', 'verifier'] }],
  ['its director', { name: '刘某', roles: ['director'] }],
  ['a liaison', { name: '陈某', roles: ['liaison'], unit: 'scjgj' }],
  ['public security', { name: '王某', roles: ['police'], unit: 'gaj' }],
  ['a system administrator', { name: '王管理', roles: ['system-admin'] }],
  ['an auditor', { name: '周审计', roles: ['auditor'] }],
];

/** Of these the sample city has none; test/recorded makes some. */
const NONE = [
  ...['/api/dead-letters/{id}', '/api/imports/{id}', '/api/tips/{id}', '/api/verifications/{id}'],
  ...['/api/handovers/{id}', '/api/meetings/{id}', '/api/meetings/{id}/minutes'],
];

describe('whoever believes the document of the API, in the sample city', () => {
  const told = new ToldAnswers();
  const answered = new Set<string>();
  let dir: string;
  let app: AppProcess;

  /** Whether the city has one already depends on the hour and the day of the week. */
  async function orderBulletin(): Promise<void> {
    const director = await Guest.of(await app.url(), dir, { name: '刘某', roles: ['director'] });
    const list = await director.read<{ rows: readonly { id: string }[] }>('/api/entities');
    await director.tell('/api/bulletins', { entityId: list.rows[0]?.id, because: '查看专报' });
  }

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'risk-answers-'));
    await fillWithSampleCity(dir);
    app = await AppProcess.start('standalone', { RISK_DATA: dir, PORT: '0' });
    await orderBulletin();
  });
  afterAll(async () => {
    await app.end('SIGTERM');
    await rm(dir, { recursive: true, force: true });
  });

  it.each(PEOPLE)('is right in every answer to %s', async (_who, visitor) => {
    const headers = await signedIn(dir, visitor);
    const reader = new ReaderOfAll(await app.url(), headers, told);
    await reader.readAll();
    for (const path of reader.answered) answered.add(path);
    expect([...reader.faults]).toEqual([]);
  });

  it('has heard an answer of every door that has something to tell', () => {
    const silent = told.readable.filter((path) => !answered.has(path));
    expect(silent.filter((path) => !NONE.includes(path))).toEqual([]);
  });
});
