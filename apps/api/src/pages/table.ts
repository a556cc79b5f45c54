import { html, type Html, type Part } from './html.js';

/** A column: its heading, and what stands in it of each row. */
export type Column<T> = readonly [heading: string, cell: (row: T) => Part];

/** Draws rows as a table, or says in words that there are none. */
export function table<T>(
  columns: readonly Column<T>[],
  rows: readonly T[],
  otherwise: string,
): Html {
  if (rows.length === 0) return html`<p class="empty">${otherwise}</p>`;
  return html`<table>
    <thead>
      <tr>
        ${columns.map(([heading]) => html`<th scope="col">${heading}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (row) =>
          html`<tr>
            ${columns.map(([, cell]) => html`<td>${cell(row)}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`;
}
