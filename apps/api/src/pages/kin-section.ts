import { tierColour } from '@risk/domain';
import type { AlertLife } from '@risk/store';
import { html, type Html, type Part } from './html.js';
import { alertLink } from './links.js';

const STATUS: Readonly<Record<string, string>> = { closed: '已办结', merged: '已并入另一件' };

/** Other alerts that belong to this one: merged into it, or grouped with it. */
export function kinSection({ mergedInto, members, group }: AlertLife): Html | null {
  if (mergedInto === null && members.length + group.length === 0) return null;
  return html`<section>
    <h2>合并与同组</h2>
    <ul>
      ${mergedInto === null ? null : html`<li>本件已并入 ${alertLink(mergedInto, `预警 ${mergedInto}`)}，在那一件上处理</li>`}
      ${members.map(({ id, entityName }) => html`<li>并入本件：${alertLink(id, entityName)}<small>预警 ${id}</small></li>`)}
      ${group.map(groupItem)}
    </ul>
  </section>`;
}

function groupItem({ id, entityName, tier, status }: AlertLife['group'][number]): Part {
  return html`<li>
    同组：<mark class="${tier}">${tierColour(tier)}</mark> ${alertLink(id, entityName)}<small
      >预警 ${id}${STATUS[status] === undefined ? '' : `，${STATUS[status]}`}</small
    >
  </li>`;
}
