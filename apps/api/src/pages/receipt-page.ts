import type { Receipt } from '@risk/bulletins';
import { chinaTime } from '@risk/kit';
import { html, page } from './html.js';

/** Draws where a reader says that a bulletin was read; without an address there is nothing left to say. */
export function receiptPage({ title, unitName, readAt }: Receipt, sendTo: string | null): string {
  return page(
    '阅读确认',
    html`<h1>${title}</h1>
      <section>
        <p>收件单位：${unitName}</p>
        ${
          readAt
            ? html`<p>已于 ${chinaTime(readAt)} 确认阅读。</p>`
            : html`<form method="post" action="${sendTo ?? ''}">
                <button type="submit">确认已阅</button>
              </form>`
        }
      </section>`,
  );
}
