import { html, type Html, type Part } from './html.js';
import type { Names } from './words.js';

/** A link to an alert; without an id there is nothing to link to. */
export const alertLink = (id: string | null, text: string): Part =>
  id === null ? text : html`<a href="/alerts/${id}">${text}</a>`;

export const noticeLink = (id: string, text: string): Html =>
  html`<a href="/notices/${id}">${text}</a>`;

/** A unit by its name; what could not stand in units.yaml has no page. */
export const unitLink = (code: string, names: Pick<Names, 'unit'>, text?: string): Part =>
  /^[a-z][a-z0-9-]*$/.test(code)
    ? html`<a href="/units/${code}">${text ?? names.unit(code)}</a>`
    : (text ?? names.unit(code));

/** An address with the parts of a question that were given. */
export function address(
  path: string,
  question: Readonly<Record<string, string | null | undefined>>,
): string {
  const given = Object.entries(question).filter(
    (pair): pair is [string, string] => typeof pair[1] === 'string',
  );
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given).toString()}`;
}

/** Choices side by side; the one that holds is no link. */
export const choices = (
  list: readonly { readonly to: string; readonly text: string; readonly isNow: boolean }[],
): Html =>
  html`<p class="choices">
    ${list.map(({ to, text, isNow }) =>
      isNow ? html`<strong>${text}</strong>` : html`<a href="${to}">${text}</a>`,
    )}
  </p>`;
