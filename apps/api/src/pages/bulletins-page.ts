import type { ArchiveQuestion, Bulletin } from '@risk/bulletins';
import {
  BULLETIN_KINDS,
  bulletinName,
  BULLETIN_STATES,
  bulletinStateName,
  scopeFrom,
} from '@risk/domain';
import { chinaTime } from '@risk/kit';
import { html, page, type Html } from './html.js';
import { address, choices } from './links.js';
import { table, type Column } from './table.js';
import type { Names } from './words.js';

/** A page of the archive. */
export interface ArchiveFacts {
  readonly question: ArchiveQuestion;
  readonly bulletins: readonly Bulletin[];
  readonly next: string | null;
  readonly names: Names;
}

/** For whom an edition is, in words. */
export function scopeName(text: string, names: Names): string {
  const scope = scopeFrom(text);
  switch (scope?.kind) {
    case 'city':
      return '全市';
    case 'region':
      return names.region(scope.code);
    case 'unit':
      return names.unit(scope.code);
    case 'entity':
      return `主体 ${scope.code}`;
    case undefined:
      return text;
  }
}

/** Draws the archive: what came out, what waits for a signature, and a search. */
export function bulletinsPage(facts: ArchiveFacts): string {
  return page(
    '简报',
    html`<h1>简报</h1>
      ${filters(facts)} ${search(facts)}
      <section>
        <h2>存档<small>最近的在前</small></h2>
        ${table(columnsFor(facts.names), facts.bulletins, '没有这样的简报。')} ${older(facts)}
      </section>`,
  );
}

const COMMANDS = '审核、签发、更正和专报用 risk bulletin 命令或 /api/bulletins 办理。';

const columnsFor = (names: Names): readonly Column<Bulletin>[] => [
  ['种类', ({ kind }) => bulletinName(kind)],
  ['标题', (one) => titleLink(one)],
  ['期号', ({ number }) => (number === null ? '—' : `第${number}期`)],
  ['版', ({ scope }) => scopeName(scope, names)],
  ['状态', (one) => stateWords(one)],
  ['编制', ({ composedAt }) => chinaTime(composedAt)],
  ['签发', ({ issuedAt }) => (issuedAt === null ? '—' : chinaTime(issuedAt))],
];

const titleLink = ({ id, title, revision, samples }: Bulletin): Html =>
  html`<a href="/bulletins/${id}">${title}</a
    >${revision > 0 ? '（更正）' : ''}${samples ? '（样例）' : ''}`;

/** What is not whole says so. */
export const stateWords = ({ state, broken }: Bulletin): string =>
  broken.length === 0 ? bulletinStateName(state) : `${bulletinStateName(state)}（不完整）`;

function filters({ question: { kind, state, scope, words } }: ArchiveFacts): Html {
  const to = (more: { kind?: string | null; state?: string | null }): string =>
    address('/bulletins', { kind, state, edition: scope, words, ...more });
  return html`<section class="filters">
    ${choices([
      { to: to({ kind: null }), text: '全部种类', isNow: kind === null },
      ...BULLETIN_KINDS.map((one) => ({
        to: to({ kind: one }),
        text: bulletinName(one),
        isNow: kind === one,
      })),
    ])}
    ${choices([
      { to: to({ state: null }), text: '全部状态', isNow: state === null },
      ...BULLETIN_STATES.map((one) => ({
        to: to({ state: one }),
        text: bulletinStateName(one),
        isNow: state === one,
      })),
    ])}
  </section>`;
}

const search = ({ question: { words } }: ArchiveFacts): Html =>
  html`<section>
    <form method="get" action="/bulletins">
      <label>正文里的字 <input name="words" value="${words ?? ''}" maxlength="100" /></label>
      <button type="submit">查找</button>
    </form>
    <p class="quiet">${COMMANDS}</p>
  </section>`;

function older({ next, question: { kind, state, scope, words } }: ArchiveFacts): Html | null {
  if (next === null) return null;
  const to = address('/bulletins', { kind, state, edition: scope, words, before: next });
  return html`<p><a href="${to}">更早的简报</a></p>`;
}
