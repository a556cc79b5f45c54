import { dutyName, tierColour } from '@risk/domain';
import { chinaTime } from '@risk/kit';
import type { DutyLine } from '@risk/store';
import { dutyState } from './duty-state.js';
import { html, type Html, type Part } from './html.js';
import { alertLink, unitLink } from './links.js';
import { table, type Column } from './table.js';
import { LOCAL_DEFAULT, roleName, sampleMark, type Names } from './words.js';

/** What a table of duties needs to know besides them. */
interface Surroundings {
  readonly names: Names;
  readonly now: Date;
  readonly otherwise: string;
}

/** The duties of one alert and of what was merged into it: unit, part, kind, deadline, and what became of it. */
export function alertDuties(duties: readonly DutyLine[], { names, now, otherwise }: Surroundings) {
  const isOfSeveral = new Set(duties.map(({ alertId }) => alertId)).size > 1;
  const columns = [unitColumn(names), PART, KIND, WHY, DUE, stateColumn(now)];
  return table(isOfSeveral ? [ABOUT, ...columns] : columns, duties, otherwise);
}

/** Duties of many alerts. */
export const allDuties = (duties: readonly DutyLine[], { names, now, otherwise }: Surroundings) =>
  table([stateColumn(now), DUE, KIND, ABOUT, unitColumn(names), PART, WHY], duties, otherwise);

/** Duties of one unit. */
export const unitDuties = (duties: readonly DutyLine[], { now, otherwise }: Surroundings) =>
  table([stateColumn(now), DUE, KIND, ABOUT, PART, WHY], duties, otherwise);

const PART: Column<DutyLine> = ['职责', ({ role }) => roleName(role)];
const KIND: Column<DutyLine> = ['事项', ({ kind }) => dutyName(kind)];
const WHY: Column<DutyLine> = ['依据', ({ because }) => because];
const ABOUT: Column<DutyLine> = ['事由', about];
const DUE: Column<DutyLine> = [`时限（${LOCAL_DEFAULT}）`, dueText];
const unitColumn = (names: Names): Column<DutyLine> => [
  '单位',
  ({ unit }) => unitLink(unit, names),
];
const stateColumn = (now: Date): Column<DutyLine> => ['状态', (duty) => stateText(duty, now)];

function about({ alertId, entityName, subject, tier, sample }: DutyLine): Part {
  const colour = tier === null ? null : html`<mark class="${tier}">${tierColour(tier)}</mark> `;
  return [
    colour,
    alertLink(alertId, entityName ?? subject),
    entityName !== null && subject !== '' ? `：${subject}` : null,
    sampleMark(sample),
  ];
}

/** An alert that rose brings the deadline forward, a pause puts it off. */
function dueText({ dueAt, firstDueAt }: DutyLine): Html {
  const isMoved = dueAt.getTime() !== firstDueAt.getTime();
  const first = isMoved ? html`<small>原为 ${chinaTime(firstDueAt)}</small>` : null;
  return html`<time>${chinaTime(dueAt)}</time>${first}`;
}

function stateText(duty: DutyLine, now: Date): Html {
  const { tone, word, detail } = dutyState(duty, now);
  return html`<b class="state ${tone}">${word}</b>${
      detail === null ? null : html`<small>${detail}</small>`
    }`;
}
