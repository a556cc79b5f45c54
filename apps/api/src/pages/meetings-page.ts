import type { MeetingLine } from '@risk/cases';
import { html, page } from './html.js';
import { table, type Column } from './table.js';
import { sampleMark } from './words.js';

/** Draws the joint meetings, the latest first. */
export function meetingsPage(meetings: readonly MeetingLine[]): string {
  return page(
    '联席会议',
    html`<h1>联席会议</h1>
      <p class="empty">
        议题由未办结的红色预警、管辖争议、逾期未办和未回执的移送生成；准备一次会议：<code
          >npm run -s risk -- meeting --help</code
        >
      </p>
      <section>${table(COLUMNS, meetings, '还没有准备过会议。')}</section>`,
  );
}

const COLUMNS: readonly Column<MeetingLine>[] = [
  ['日期', ({ heldOn }) => heldOn],
  [
    '会议',
    ({ id, title, sample }) => [html`<a href="/meetings/${id}">${title}</a>`, sampleMark(sample)],
  ],
  ['召集人', ({ chair }) => chair],
  ['议题', ({ items }) => `${items} 个`],
  ['任务', ({ tasks }) => `${tasks} 项`],
  ['完成', ({ tasksDone }) => `${tasksDone} 项`],
];
