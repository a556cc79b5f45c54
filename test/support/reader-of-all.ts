import { setTimeout } from 'node:timers/promises';
import type { ToldAnswers, ToldParameter } from './told-answers.js';

type Row = Readonly<Record<string, unknown>>;

/** Lists that do not stand at the address itself, and what their rows call what the address calls otherwise. */
const LISTED_AT: Readonly<Record<string, string>> = {
  '/api/codes': '/api/rules',
  '/api/records': '/api/entities/{id}/records',
  '/api/verifications': '/api/alerts/{id}/verifications',
};
const CALLED: Readonly<Record<string, string>> = { '/api/codes': 'id' };
/** Of these one has to be asked, no matter which. */
const ALSO_ASKED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '/api/calendar/count': { tier: 'red' },
};
/** Of each list so many are opened, from its beginning to its end. */
const OPENED = 3;

/** Somebody who reads all that may be read: each list to its end and in every way, and what stands in it. */
export class ReaderOfAll {
  /** What was not as the document tells it. */
  readonly faults = new Set<string>();
  /** What answered, of the paths of the document. */
  readonly answered = new Set<string>();
  private readonly lists = new Map<string, Promise<readonly Row[]>>();

  constructor(
    private readonly url: string,
    private readonly headers: Readonly<Record<string, string>>,
    private readonly told: ToldAnswers,
  ) {}

  async readAll(): Promise<void> {
    for (const path of this.told.readable)
      for (const address of await this.addressesOf(path)) await this.readOne(path, address);
  }

  private async readOne(path: string, address: string): Promise<void> {
    const asks = this.told.asksOf(path);
    await this.rowsAt(path, address);
    for (const { name, schema } of asks.filter((one) => one.name !== 'sort'))
      for (const value of schema?.enum ?? []) await this.ask(path, address, { [name]: value });
  }

  /** The rows of a list, from its first page to its last. */
  private rowsAt(path: string, address: string): Promise<readonly Row[]> {
    const known = this.lists.get(address) ?? this.readToItsEnd(path, address);
    this.lists.set(address, known);
    return known;
  }

  private async readToItsEnd(path: string, address: string): Promise<readonly Row[]> {
    const first = await this.ask(path, address);
    const hasPages = this.told.asksOf(path).some(({ name }) => name === 'limit');
    if (!hasPages || first === null) return rowsIn(first);
    const rows: Row[] = [];
    let after: unknown = undefined;
    do {
      const page = await this.ask(path, address, {
        limit: '200',
        ...(typeof after === 'string' && { after }),
      });
      rows.push(...rowsIn(page));
      after = (page as Row | null)?.['next'];
    } while (typeof after === 'string');
    return rows;
  }

  /** The addresses that a path of the document stands for, so far as lists show them. */
  private async addressesOf(path: string, address = path): Promise<string[]> {
    const [before = '', name] = address.split(/\/\{(\w+)\}/);
    if (name === undefined) return [address];
    const told = path.split('/').slice(0, before.split('/').length).join('/');
    const found: string[] = [];
    for (const id of spread(await this.idsIn(told, before, name)))
      found.push(...(await this.addressesOf(path, address.replace(`{${name}}`, id))));
    return found;
  }

  /** What the rows of a list are called by, as a part of addresses. */
  private async idsIn(told: string, address: string, name: string): Promise<string[]> {
    const elsewhere = LISTED_AT[address];
    const lists = elsewhere ? await this.addressesOf(elsewhere) : [address];
    const rows: Row[] = [];
    for (const list of lists) rows.push(...(await this.rowsAt(elsewhere ?? told, list)));
    const ids = rows.map((row) => row[CALLED[address] ?? name]);
    return ids.flatMap((id) => (typeof id === 'string' ? [encodeURIComponent(id)] : []));
  }

  private async ask(path: string, address: string, more: Readonly<Record<string, string>> = {}) {
    const needed = this.told.asksOf(path).flatMap(neededOf);
    const asked = new URLSearchParams({
      ...{ ...Object.fromEntries(needed), ...ALSO_ASKED[path], ...more },
    });
    const answer = await this.answerTo(`${this.url}${address}?${String(asked)}`);
    const json: unknown = await answer.json();
    if (isRefused(answer.status)) return null;
    this.answered.add(path);
    for (const fault of this.told.faultsOf(`get ${path}`, answer.status, json))
      this.faults.add(fault);
    return json;
  }

  /** The answer, however often one is told to wait for it. */
  private async answerTo(address: string): Promise<Response> {
    const answer = await fetch(address, { headers: this.headers });
    if (answer.status !== 429) return answer;
    await answer.body?.cancel();
    await setTimeout(1000 * Number(answer.headers.get('retry-after')));
    return this.answerTo(address);
  }
}

/** Not everybody may read everything, and not everything is kept of everything. */
const isRefused = (status: number): boolean => status === 403 || status === 404;

function neededOf({ name, required, example, schema }: ToldParameter): [string, string][] {
  return required ? [[name, example ?? schema?.enum?.[0] ?? '']] : [];
}

function rowsIn(answer: unknown): readonly Row[] {
  if (Array.isArray(answer)) return answer as readonly Row[];
  const { rows, jobs } = (answer ?? {}) as { rows?: readonly Row[]; jobs?: readonly Row[] };
  return rows ?? jobs ?? [];
}

/** Some of many, from the first to the last. */
function spread(ids: readonly string[]): string[] {
  const last = Math.min(OPENED, ids.length) - 1;
  const places = Array.from({ length: last + 1 }, (_, at) => (at * (ids.length - 1)) / (last || 1));
  return places.map((at) => ids[Math.round(at)] ?? '');
}
