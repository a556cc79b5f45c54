import { ledgerSheet, type Ledger, type LedgerRequest } from '@risk/cases';
import { html, page, type Html } from './html.js';
import { address, choices, unitLink } from './links.js';
import type { Names } from './words.js';

/** A period that is asked for often. */
export interface UsualPeriod {
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

/** The ledger with the question that it answers. */
export interface LedgerFacts {
  readonly ledger: Ledger;
  readonly asked: LedgerRequest;
  readonly periods: readonly UsualPeriod[];
  readonly names: Names;
}

/** Draws what each unit was told in a period, what it did, and whether in time. */
export function ledgerPage(facts: LedgerFacts): string {
  const { name, notes } = ledgerSheet(facts.ledger);
  const { from, to } = facts.ledger.period;
  return page(
    name,
    html`<h1>${name}<small>${from} 至 ${to}</small></h1>
      ${filters(facts)}
      <section>
        ${sheet(facts)}
        <ul class="empty">
          ${notes.map((note) => html`<li>${note}</li>`)}
        </ul>
      </section>
      <p class="empty">
        别的期间：在地址里写 <code>/ledger?from=2026-01-01&amp;to=2026-03-31</code>；电子表格：<code
          >npm run -s risk -- ledger --help</code
        >
      </p>`,
  );
}

function filters({ asked, ledger, periods, names }: LedgerFacts): Html {
  const { from, to } = ledger.period;
  const { unit } = asked;
  const samples = String(asked.samples);
  return html`<section class="filters">
    ${choices(
      periods.map((one) => ({
        to: address('/ledger', { from: one.from, to: one.to, unit, samples }),
        text: one.name,
        isNow: one.from === from && one.to === to,
      })),
    )}
    ${choices(
      [true, false].map((one) => ({
        to: address('/ledger', { from, to, unit, samples: String(one) }),
        text: one ? '含样例（如有）' : '不含样例',
        isNow: one === asked.samples,
      })),
    )}
    ${
      unit === null
        ? null
        : html`<p>
            只看${unitLink(unit, names)}　<a href="${address('/ledger', { from, to, samples })}"
              >全部单位</a
            >
          </p>`
    }
  </section>`;
}

/** The same sheet that the command prints; the first column leads to the unit. */
function sheet({ ledger, names }: LedgerFacts): Html {
  const { columns, rows } = ledgerSheet(ledger);
  if (rows.length === 0) return html`<p class="empty">期间内没有应办事项，也没有查实或排除。</p>`;
  return html`<table class="ledger">
    <thead>
      <tr>
        ${columns.map((heading) => html`<th scope="col">${heading}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        ([name = '', ...cells], at) =>
          html`<tr>
            <td>${unitLink(ledger.lines[at]?.unit ?? '', names, String(name))}</td>
            ${cells.map((cell) => html`<td class="number">${cell}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`;
}
