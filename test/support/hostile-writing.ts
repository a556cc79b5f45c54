import { expect } from '@jest/globals';
import { answerTo } from '../../libs/tips/src/testing/answer-to.js';
import { chinaDay } from '../../libs/kit/src/index.js';
import type { Guest } from './guest.js';
import { hostile, hostileName } from './hostile.js';

/** What is written about, and what came of it. */
export interface Written {
  readonly alert: string;
  readonly entity: string;
  readonly special: string;
  readonly meeting: string;
  readonly edition: string;
  readonly job: string;
}

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);
/** As the house counts days. */
export const TODAY = chinaDay(new Date());
const LATER = new Date(Date.now() + 86_400_000).toISOString();

/** Officials write hostile texts wherever they may write. */
export async function writeAsOfficer(
  officer: Guest,
  { alert, entity }: Pick<Written, 'alert' | 'entity'>,
): Promise<Omit<Written, 'alert' | 'entity'>> {
  const because = hostile('because');
  const { id: special } = await officer.tell('/api/bulletins', { entityId: entity, because });
  const meeting = await meet(officer);
  await officer.tell(`/api/alerts/${alert}/steps`, { kind: 'noted', unit: 'jrb', because });
  await attach(officer, alert);
  await officer.tell(`/api/entities/${entity}/tier`, { tier: 'red', because, seen: null });
  const found = { verdict: 'confirmed', scheme: 'illegal-fundraising', exposedOn: TODAY };
  await officer.tell(`/api/entities/${entity}/outcomes`, { ...found, because, seen: null });
  const silence = { code: 'AD-GUARANTEE', tiers: ['blue'], until: LATER, because };
  await officer.tell('/api/silences', silence);
  await askForLook(officer, alert);
  const view = { name: hostileName('view').slice(0, 30), query: 'tier=red', isShared: true };
  await officer.tell('/api/alert-views', view);
  return { special, meeting, edition: await draft(officer), job: await upload(officer) };
}

/** No file may be called what no file system takes; a formula it may be called. */
async function attach(officer: Guest, alert: string): Promise<void> {
  const because = hostile('because');
  const called = (name: string) => {
    const named = new URLSearchParams({ name, because }).toString();
    return officer.ask(`/api/alerts/${alert}/attachments?${named}`, PNG);
  };
  expect((await called(`${hostileName('file')}.png`)).status).toBe(422);
  expect((await called('=1+1.png')).status).toBe(200);
}

/** Whoever wants to know who reported says why. */
async function askForLook(officer: Guest, alert: string): Promise<void> {
  interface Evidence {
    readonly records: readonly { readonly id: string; readonly reporterKept: boolean }[];
  }
  const { records } = await officer.read<Evidence>(`/api/alerts/${alert}/evidence`);
  const kept = records.filter(({ reporterKept }) => reporterKept).map(({ id }) => id);
  const asked = { unit: 'jrb', recordIds: kept.slice(0, 1), because: hostile('because') };
  await officer.tell('/api/vault/requests', asked);
}

async function meet(officer: Guest): Promise<string> {
  const because = hostile('because');
  const held = { heldOn: TODAY, chair: hostileName('chair'), because };
  const { id } = await officer.tell('/api/meetings', held);
  const task = { unit: 'jrb', what: hostile('what'), dueOn: TODAY };
  const decided = { item: 1, decision: hostile('decision'), because, seen: null, tasks: [task] };
  await officer.tell(`/api/meetings/${id}/decisions`, decided);
  return id;
}

async function draft(officer: Guest): Promise<string> {
  const rowsOf = async (path: string) =>
    (await officer.read<{ readonly rows: readonly { readonly id: string }[] }>(path)).rows;
  const [[edition], [list]] = [await rowsOf('/api/editions'), await rowsOf('/api/lexicon')];
  const words = [{ list: list?.id, add: ['金凤凰认购码'], remove: [] }];
  const said = { title: hostileName('title'), because: hostile('because') };
  return (await officer.tell('/api/drafts', { ...said, base: edition?.id, words })).id;
}

async function upload(officer: Guest): Promise<string> {
  const modifiedAt = new Date().toISOString();
  const said = { name: `${hostileName('table')}.csv`, modifiedAt };
  const named = new URLSearchParams(said).toString();
  const cells = [hostile('number'), hostile('cell')].map(
    (text) => `"${text.replaceAll('"', '""')}"`,
  );
  const file = Buffer.from(`工单编号,诉求内容,${hostileName('column')}\n${cells.join(',')},x\n`);
  interface Upload {
    readonly job: { readonly id: string };
  }
  return (await officer.tell<Upload>(`/api/imports?${named}`, file)).job.id;
}

/** The administrator gives names; they come back on screens that no official sees. */
export async function writeAsAdministrator(system: Guest): Promise<{ readonly account: string }> {
  const rights = { unit: 'jrb', roles: ['monitor'] };
  const asked = { login: 'hostile', name: hostileName('account'), ...rights };
  const { id: account } = await system.tell('/api/accounts', asked);
  const token = { name: hostileName('token'), feeds: ['complaint'], endsAt: LATER };
  await system.tell('/api/tokens', token);
  return { account };
}

const fieldOf = (page: string, name: string): string =>
  new RegExp(`name="${name}"[^>]*?value="([^"]*)"`, 's').exec(page)?.[1] ?? '';

/** A citizen reports it, and answers what only somebody who reads can answer. */
export async function report(
  url: string,
  given: Readonly<Record<string, string>>,
): Promise<string> {
  const send = async (fields: Readonly<Record<string, string>>) => {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.set(name, value);
    return (await fetch(`${url}/report`, { method: 'POST', body })).text();
  };
  const form = fieldOf(await (await fetch(`${url}/report`)).text(), 'form');
  const asked = await send({ ...given, form });
  const words = /class="question"[\s\S]*?<span>([^<]*)/.exec(asked)?.[1] ?? '';
  const answer = String(answerTo(words.split('：')[1] ?? ''));
  const sent = await send({ ...given, form, question: fieldOf(asked, 'question'), answer });
  expect(sent).toContain('id="code"');
  return asked;
}
