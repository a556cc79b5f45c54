import { chinaTime } from '@risk/kit';
import type { UnitEntry } from '@risk/routing';
import type { DutyLine, InboxLine, UnitWork } from '@risk/store';
import { unitDuties } from './duty-table.js';
import { html, page, type Html } from './html.js';
import { address, alertLink, noticeLink } from './links.js';
import { table, type Column } from './table.js';
import { noticeKindName, type Names } from './words.js';

/** All about one unit. */
export interface UnitFacts {
  readonly unit: UnitEntry;
  readonly work: UnitWork;
  readonly duties: readonly DutyLine[];
  readonly inbox: readonly InboxLine[];
  /** From where the next page of the inbox goes on; null when this is the last. */
  readonly next: string | null;
  readonly names: Names;
  readonly now: Date;
}

/** Draws a unit: its names, what it owes, and what it was told. */
export function unitPage(facts: UnitFacts): string {
  const { unit, duties, names, now } = facts;
  return page(
    unit.name,
    html`<h1>${unit.name}</h1>
      ${namesOf(unit)} ${contactsOf(facts)}
      <section>
        <h2>应办事项<small>${countsOf(facts)}，时限为本地默认，非法定</small></h2>
        ${unitDuties(duties, { names, now, otherwise: '没有应办事项。' })}
        <p><a href="${address('/ledger', { unit: unit.code })}">本单位的履职台账</a></p>
      </section>
      ${inboxSection(facts)}`,
  );
}

const countsOf = ({ work }: UnitFacts): string =>
  `共 ${work.standing} 项，逾期 ${work.overdue} 项，暂停计时 ${work.paused} 项`;

/** Former names keep their last day: what was sent before bears them. */
function namesOf({ aliases, basis, code }: UnitEntry): Html {
  const former = aliases.filter(({ validTo }) => validTo !== undefined);
  const others = aliases.filter(({ validTo }) => validTo === undefined);
  return html`<p>
      单位代码
      ${code}${others.length === 0 ? null : `　又称：${others.map(({ name }) => name).join('、')}`}
    </p>
    ${
      former.length === 0
        ? null
        : html`<p>
            曾用名：${former
              .map(
                ({ name, validFrom, validTo }) =>
                  `${name}（${validFrom === undefined ? '' : `${validFrom} 起，`}至 ${validTo ?? ''}）`,
              )
              .join('、')}
          </p>`
    }
    <p class="empty">依据：${basis}</p>`;
}

function contactsOf({ unit, names }: UnitFacts): Html {
  const told = unit.contacts.map(
    ({ title, channels }) => `${title}（${channels.map(names.channel).join('、')}）`,
  );
  return html`<p>通知送给：${told.join('；')}</p>`;
}

function inboxSection({ unit, work, inbox, next }: UnitFacts): Html {
  return html`<section>
    <h2>收件箱<small>未读 ${work.unread} 条</small></h2>
    ${table(INBOX, inbox, '没有消息。')}
    ${
      next === null
        ? null
        : html`<p><a href="${address(`/units/${unit.code}`, { before: next })}">更早的消息</a></p>`
    }
  </section>`;
}

const INBOX: readonly Column<InboxLine>[] = [
  ['', readState],
  ['时间', ({ at }) => html`<time>${chinaTime(at)}</time>`],
  ['标题', (line) => noticeLink(line.id, titleOf(line))],
  ['种类', ({ kind }) => noticeKindName(kind)],
  ['预警', ({ alertId }) => alertLink(alertId, alertId ?? '')],
];

const titleOf = ({ subject, kind, entityName }: InboxLine): string =>
  subject ?? `${noticeKindName(kind)}${entityName === null ? '' : `：${entityName}`}`;

function readState({ readAt, readBy }: InboxLine): Html {
  return readAt === null
    ? html`<b class="state open">未读</b>`
    : html`<span class="state idle">已读</span><small>${chinaTime(readAt)} ${readBy ?? ''}</small>`;
}
