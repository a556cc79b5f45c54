import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  auditWords,
  deedTitle,
  hasFilterWords,
  hasManyDeeds,
  isKnownFilter,
  isLook,
  isNamedKind,
  namesDeed,
  toldAt,
  type AuditLine,
  type Permission,
} from '@risk/access';
import { STEP_KINDS } from '@risk/alerting';
import { PERSON_STEPS } from '@risk/bulletins';
import { OUTCOME_VERDICTS, TIERS } from '@risk/domain';
import { z } from 'zod';
import { RECEIPT_ANSWERS } from '../../../../libs/cases/src/handover/hand-over.js';
import { CONCLUSIONS } from '../../../../libs/cases/src/verification/conclusions.js';
import { ACTION_KINDS } from '../../../../libs/cases/src/verification/verification.js';
import { CONTROLLERS } from '../api.module.js';
import { questionOf } from '../described/questions.js';
import { openDoors, type OpenDoors } from '../testing/open-doors.js';
import { subjectOf } from './audit-door.js';
import { doorsOf } from './doors-with-rules.js';

interface KeptDoor {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly permission: Permission;
}

const KEPT: readonly KeptDoor[] = doorsOf(CONTROLLERS).flatMap(({ method, path, rule }) =>
  rule && 'permission' in rule
    ? [{ name: `${method} ${path}`, method, path, permission: rule.permission }]
    : [],
);
const LOOKED = KEPT.filter(({ method }) => method === 'GET');
const DONE = KEPT.filter(({ method }) => method !== 'GET');
const EXPORTS = LOOKED.filter(({ path }) => path.endsWith('/export'));
const told = ({ name, permission }: KeptDoor) => toldAt(name, permission, () => null);

describe('what passing a door is written down as', () => {
  it('is looking where one looks: no GET bears the name of a deed', () => {
    const deeds = LOOKED.filter((door) => !isLook(told(door).action));
    expect(deeds.map(({ name }) => name)).toEqual([]);
  });

  it('is no looking where something is done', () => {
    expect(DONE.filter((door) => isLook(told(door).action)).map(({ name }) => name)).toEqual([]);
  });

  it('says which deed where there are several', () => {
    const actions = DONE.map((door) => told(door).action);
    const vague = DONE.filter((door) => {
      const { action } = told(door);
      const isShared = actions.filter((one) => one === action).length > 1;
      return (isShared || hasManyDeeds(action)) && !namesDeed(door.name);
    });
    expect(vague.map(({ name }) => name)).toEqual([]);
  });

  it('says which list is exported', () => {
    const lists = EXPORTS.map((door) => [door.name, told(door).action, told(door).deed]);
    expect(lists.filter(([, action, deed]) => action !== 'lists.save' || deed === null)).toEqual(
      [],
    );
    expect(new Set(lists.map(([, , deed]) => deed)).size).toBe(lists.length);
  });

  it.each<[string, string, readonly string[]]>([
    ['POST /api/alerts/:id/steps', 'kind', STEP_KINDS],
    ['POST /api/alerts/bulk', 'kind', STEP_KINDS],
    ['POST /api/bulletins/:id/steps', 'kind', PERSON_STEPS],
    ['POST /api/verifications/:id/entries', 'kind', [...ACTION_KINDS, 'element']],
    ['POST /api/verifications/:id/conclusion', 'verdict', Object.keys(CONCLUSIONS)],
    ['POST /api/entities/:id/outcomes', 'verdict', OUTCOME_VERDICTS],
    ['POST /api/entities/:id/tier', 'tier', [...TIERS, 'withdraw']],
    ['POST /api/handovers/:id/receipts', 'answer', RECEIPT_ANSWERS],
    ['POST /api/floods/:id/:decision', 'decision', ['release', 'drop']],
    ['POST /api/editions/:id/:step', 'step', ['shadow', 'publish', 'rollback', 'withdraw']],
  ])('knows every word that %s can have as its %s', (name, field, words) => {
    const door = KEPT.find((one) => one.name === name);
    for (const word of words) {
      const said = toldAt(name, door?.permission ?? 'health.read', (place) =>
        place.name === field ? word : null,
      );
      expect([word, said.deed, deedTitle(said.action, word)]).toEqual([
        ...[word, word, expect.stringMatching(/[一-鿿]/)],
      ]);
    }
  });

  it('keeps no word that is not among those it knows', () => {
    const said = toldAt('POST /api/alerts/:id/steps', 'alerts.act', () => '张三');
    expect(said).toEqual({ action: 'alerts.act', deed: null });
  });

  it('has a name for every kind of thing', () => {
    const kinds = doorsOf(CONTROLLERS).flatMap(({ path, rule }) => {
      if (!rule || !('permission' in rule)) return [];
      const params = path.includes(':id') ? { id: '7', code: 'a' } : { code: 'a' };
      const request = { params, route: { path } };
      return subjectOf(rule.reach, request as never)?.split(':')[0] ?? [];
    });
    expect([...new Set(kinds)].filter((kind) => !isNamedKind(kind))).toEqual([]);
  });

  it('has words for every condition of an export', () => {
    const missing = EXPORTS.flatMap(({ path }) => {
      const form = questionOf(`get ${path.replace(/:(\w+)/g, '{$1}')}`);
      return form ? wordless(form) : [];
    });
    expect(missing).toEqual([]);
  });
});

/** The parts of a form, and the closed values of it, for which nobody has words. */
function wordless(form: z.ZodObject): string[] {
  const { properties = {} } = z.toJSONSchema(form, { io: 'input', unrepresentable: 'any' });
  return Object.entries(properties).flatMap(([name, schema]) => {
    const values = typeof schema === 'object' ? (schema.enum ?? []) : [];
    if (!isKnownFilter(name)) return [name];
    if (name === 'sort') return [];
    return values
      .map(String)
      .flatMap((one) => (hasFilterWords(name, one) ? [] : [`${name}=${one}`]));
  });
}

let doors: OpenDoors;
beforeAll(async () => {
  doors = await openDoors();
});
afterAll(() => doors.close());

/** The lines that a question leaves on the trail, without the begins. */
async function linesOf(ask: () => Promise<unknown>): Promise<readonly AuditLine[]> {
  const before = doors.house.auditTrail.kept.length;
  await ask();
  return doors.house.auditTrail.kept.slice(before);
}

const post = (path: string, body: object) => () =>
  doors.ask(path, { method: 'POST', body: JSON.stringify(body) });
const SIGNED = { by: '张某', because: '电话告知李四已报案' };

describe('the trail', () => {
  it('says which step was taken with an alert, and nothing of what was written', async () => {
    const step = { kind: 'noted', unit: 'office', ...SIGNED };
    const lines = await linesOf(post('/api/alerts/7/steps', step));
    const door = 'POST /api/alerts/:id/steps';
    expect(lines.map(({ outcome, detail }) => [outcome, detail])).toEqual([
      ['begun', { door }],
      ['done', { door, deed: 'noted' }],
    ]);
    expect(JSON.stringify(lines)).not.toContain('李四');
  });

  it('says which step was refused, and why, in Chinese', async () => {
    const lines = await linesOf(post('/api/alerts/7/steps', { kind: 'closed', ...SIGNED }));
    expect(lines.map(auditWords).at(-1)).toEqual({
      ...{ event: '办结预警', about: '预警 7' },
      told: expect.stringMatching(/^原因：填写的内容不符合要求；接第 \d+ 行$/),
    });
  });

  it('finds who signs a bulletin under signing, not under reviewing', async () => {
    const lines = await linesOf(post('/api/bulletins/7/steps', { kind: 'signed', ...SIGNED }));
    expect(lines.at(-1)).toMatchObject({ action: 'bulletins.sign', detail: { deed: 'signed' } });
  });

  it('says what an export asked for and how many rows left, before the file ends', async () => {
    const ask = () => doors.ask('/api/alerts/export?tier=red&words=%E5%BC%A0%E4%B8%89');
    const lines = await linesOf(ask);
    const door = { door: 'GET /api/alerts/export', deed: 'alerts', asked: 'tier=red&words=*' };
    expect(lines).toMatchObject([
      { action: 'lists.save', outcome: 'begun', detail: door },
      { action: 'lists.save', outcome: 'done', refersTo: lines[0]?.seq },
    ]);
    expect(lines[1]?.detail).toEqual({ ...door, rows: doors.house.answers.queue.lines.length });
  });

  it('says so when an export was refused', async () => {
    const lines = await linesOf(() => doors.ask('/api/alerts/export?tier=purple'));
    expect(lines.at(-1)).toMatchObject({
      ...{ outcome: 'refused', refersTo: lines[0]?.seq },
      detail: { deed: 'alerts', because: 'invalid', asked: 'tier=*' },
    });
  });

  it('takes a look as a look, by GET and by HEAD', async () => {
    const headers = { cookie: await doors.house.people.cookieOf('张某') };
    for (const method of ['GET', 'HEAD']) {
      const lines = await linesOf(() => fetch(`${doors.url}/api/silences`, { method, headers }));
      expect(lines).toMatchObject([{ action: 'holds.read', outcome: 'done' }]);
    }
  });

  it('names the look that somebody was not allowed', async () => {
    const cookie = await doors.house.people.cookieOf('某监测员', { roles: ['monitor'] });
    const lines = await linesOf(() => doors.ask('/api/tokens', { headers: { cookie } }));
    expect(lines.map((line) => [line.outcome, auditWords(line).event])).toEqual([
      ['refused', '查看服务令牌'],
    ]);
  });

  it('is shown and found in words', async () => {
    const as = await doors.house.people.cookieOf('申某', { roles: ['auditor'] });
    const ask = (path: string) => doors.ask(path, { headers: { cookie: as } });
    await post('/api/alerts/77/steps', { kind: 'noted', unit: 'office', ...SIGNED })();
    const { json } = await ask(`/api/audit?subject=${encodeURIComponent('预警 77')}`);
    const { rows } = json as { rows: { event: string; about: string }[] };
    expect(rows.map(({ event, about }) => [event, about])).toEqual([
      ['备注预警', '预警 77'],
      ['签收、办理预警', '预警 77'],
    ]);
  });
});
