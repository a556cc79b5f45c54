import { dutyName, type DutyKind } from '@risk/domain';
import { LEDGER_DUTIES } from '@risk/cases';
import type { DutyLine, UnitWork } from '@risk/store';
import { allDuties } from './duty-table.js';
import { html, page, type Html } from './html.js';
import { address, choices } from './links.js';
import { LOCAL_DEFAULT, type Names } from './words.js';

/** What the page was asked for: null does not restrict. */
export interface DutyWish {
  readonly unit: string | null;
  readonly kind: DutyKind | null;
  readonly late: 'yes' | null;
}

/** Who owes what. */
export interface DutiesFacts {
  readonly duties: readonly DutyLine[];
  /** The most that is listed. */
  readonly most: number;
  readonly units: readonly UnitWork[];
  readonly wish: DutyWish;
  readonly names: Names;
  readonly now: Date;
}

/** Draws what units owe now, overdue first. */
export function dutiesPage(facts: DutiesFacts): string {
  const { duties, most, names, now } = facts;
  return page(
    '应办事项',
    html`<h1>应办事项</h1>
      <p class="empty">
        各单位现在应当签收、反馈、回执、完成的事项，逾期的在前，暂停计时的在后。时限为${LOCAL_DEFAULT}。
      </p>
      ${filters(facts)}
      <section>
        ${allDuties(duties, { names, now, otherwise: '没有这样的应办事项。' })}
        ${duties.length < most ? null : html`<p class="empty">只列最急的 ${most} 项，请按单位查看。</p>`}
      </section>`,
  );
}

function filters({ units, wish, names }: DutiesFacts): Html {
  const { unit, kind, late } = wish;
  const to = (more: Partial<DutyWish>): string => address('/duties', { ...wish, ...more });
  const owing = units.filter(({ standing }) => standing > 0);
  return html`<section class="filters">
    ${choices([
      { to: to({ late: null }), text: '全部', isNow: late === null },
      { to: to({ late: 'yes' }), text: '只看逾期', isNow: late !== null },
    ])}
    ${choices([
      { to: to({ kind: null }), text: '各种事项', isNow: kind === null },
      ...LEDGER_DUTIES.map((one) => ({
        to: to({ kind: one }),
        text: dutyName(one),
        isNow: one === kind,
      })),
    ])}
    ${choices([
      { to: to({ unit: null }), text: '全部单位', isNow: unit === null },
      ...owing.map((one) => ({
        to: to({ unit: one.unit }),
        text: `${names.unit(one.unit)}（${one.standing}${one.overdue > 0 ? `，逾期 ${one.overdue}` : ''}）`,
        isNow: one.unit === unit,
      })),
    ])}
  </section>`;
}
