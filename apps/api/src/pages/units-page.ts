import type { UnitWork } from '@risk/store';
import { html, page } from './html.js';
import { address, unitLink } from './links.js';
import { table, type Column } from './table.js';
import type { Names } from './words.js';

/** A unit with its place and what lies before it. */
export interface UnitLine extends UnitWork {
  readonly name: string;
  readonly region: string | null;
}

/** Draws all units of the joint meeting with what lies before each. */
export function unitsPage(units: readonly UnitLine[], names: Names): string {
  return page(
    '单位',
    html`<h1>单位</h1>
      <section>${table(columnsOf(names), units, '没有登记单位。')}</section>`,
  );
}

const columnsOf = (names: Names): readonly Column<UnitLine>[] => [
  ['单位', ({ unit, name }) => unitLink(unit, names, name)],
  ['属地', ({ region }) => (region === null ? '全市' : names.region(region))],
  [
    '应办事项',
    ({ unit, standing }) => html`<a href="${address('/duties', { unit })}">${standing}</a>`,
  ],
  [
    '其中逾期',
    ({ unit, overdue }) =>
      overdue === 0
        ? '0'
        : html`<a class="state late" href="${address('/duties', { unit, late: 'yes' })}"
            >${overdue}</a
          >`,
  ],
  ['暂停计时', ({ paused }) => paused],
  ['未读消息', ({ unread }) => (unread === 0 ? '0' : html`<b>${unread}</b>`)],
];
