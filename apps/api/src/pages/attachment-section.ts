import { chinaTime } from '@risk/kit';
import type { FileLine } from '@risk/store';
import { html, type Html } from './html.js';
import { table, type Column } from './table.js';

/** The files beside an alert with the digests by which a copy is checked. */
export const attachmentSection = (files: readonly FileLine[]): Html | null =>
  files.length === 0
    ? null
    : html`<section>
        <h2>附件</h2>
        ${table(COLUMNS, files, '')}
      </section>`;

const COLUMNS: readonly Column<FileLine>[] = [
  ['编号', ({ id }) => id],
  [
    '文件',
    ({ id, name, because }) =>
      html`<a href="/api/attachments/${id}">${name}</a><small>${because}</small>`,
  ],
  ['字节', ({ size }) => size.toLocaleString('zh-CN')],
  [
    '摘要',
    ({ sha256, sm3 }) =>
      html`<small class="digest">SHA-256 ${sha256}</small><small class="digest">SM3 ${sm3}</small>`,
  ],
  ['放入', ({ at, by }) => `${chinaTime(at)} ${by}`],
];
