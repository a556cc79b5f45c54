import type { ReactNode } from 'react';
import type { DutyKind } from '../api/codes.js';
import { changed } from '../address/address.js';
import { Link } from '../address/link.js';
import { useAddress } from '../address/use-address.js';
import type { DutyTally, LedgerFacts, LedgerLine } from '../api/meetings.js';
import { orderAt, sortAfterClick } from '../lists/list-query.js';
import { DUTY_WORDS } from '../shown/words.js';

const KINDS = Object.keys(DUTY_WORDS) as DutyKind[];
const OUTCOMES = [
  ['owed', '应办'],
  ['inTime', '按时'],
  ['late', '逾期办'],
  ['overdue', '逾期未办'],
] as const;

/** Every unit a line, every kind of duty its figures; each figure leads to what is behind it. */
export function LedgerTable({ ledger: { lines } }: { readonly ledger: LedgerFacts }) {
  return (
    <div className="ledger-scroll">
      <table className="ledger" aria-label="履职台账">
        <thead>
          <tr>
            <OrderHead figure="name" rows={2}>
              单位
            </OrderHead>
            <OrderHead figure="received" rows={2}>
              收到预警
            </OrderHead>
            {KINDS.map((kind) => (
              <th key={kind} scope="colgroup" colSpan={OUTCOMES.length + 1}>
                {DUTY_WORDS[kind]}
              </th>
            ))}
            <OrderHead figure="confirmed" rows={2}>
              查实
            </OrderHead>
            <OrderHead figure="refuted" rows={2}>
              排除
            </OrderHead>
          </tr>
          <tr>
            {KINDS.flatMap((kind) => [
              ...OUTCOMES.map(([outcome, words]) => (
                <OrderHead key={`${kind}-${outcome}`} figure={`${kind}-${outcome}`}>
                  {words}
                </OrderHead>
              )),
              <OrderHead key={`${kind}-hours`} figure={`${kind}-hours`}>
                用时
              </OrderHead>,
            ])}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <UnitLine key={line.unit} line={line} />
          ))}
          {lines.length === 0 && (
            <tr>
              <td colSpan={4 + KINDS.length * (OUTCOMES.length + 1)}>
                期间内没有应办事项，也没有查实或排除。
              </td>
            </tr>
          )}
        </tbody>
      </table>
    </div>
  );
}

interface OrderHeadProps {
  readonly figure: string;
  readonly rows?: number;
  readonly children: ReactNode;
}

const ARROWS = { ascending: '▲', descending: '▼', none: '' } as const;

/** The head of a figure, by which the units stand after a click; what is behind a figure has its own order. */
function OrderHead({ figure, rows = 1, children }: OrderHeadProps) {
  const { query, change } = useAddress();
  const current = query.get('order') ?? '';
  const order = orderAt(current, figure);
  return (
    <th scope="col" rowSpan={rows} aria-sort={order}>
      <button type="button" onClick={() => change({ order: sortAfterClick(current, figure) })}>
        {children}
        <i aria-hidden="true">{ARROWS[order]}</i>
      </button>
    </th>
  );
}

function UnitLine({ line }: { readonly line: LedgerLine }) {
  const { unit, name, received, duties, medianHours, confirmed, refuted } = line;
  return (
    <tr>
      <th scope="row">
        <Figure unit={unit} figure="owed">
          {name}
        </Figure>
      </th>
      <td>
        <Count unit={unit} figure="acknowledge-owed" count={received} />
      </td>
      {KINDS.flatMap((kind) => [
        ...OUTCOMES.map(([outcome]) => (
          <td key={`${kind}-${outcome}`}>
            <Count
              unit={unit}
              figure={`${kind}-${outcome}`}
              count={countOf(duties[kind], outcome)}
            />
          </td>
        )),
        <td key={`${kind}-hours`}>{hoursWords(medianHours?.[kind] ?? null)}</td>,
      ])}
      <td>
        <Count unit={unit} figure="confirmed" count={confirmed} />
      </td>
      <td>
        <Count unit={unit} figure="refuted" count={refuted} />
      </td>
    </tr>
  );
}

const countOf = (tally: DutyTally, outcome: (typeof OUTCOMES)[number][0]): number => tally[outcome];

const hoursWords = (hours: number | null): string => (hours === null ? '—' : hours.toFixed(1));

interface CountProps {
  readonly unit: string;
  readonly figure: string;
  readonly count: number;
}

function Count({ unit, figure, count }: CountProps) {
  if (count === 0) return <span className="soft">0</span>;
  return (
    <Figure unit={unit} figure={figure}>
      <span className={figure.endsWith('-overdue') ? 'ledger-late' : ''}>{count}</span>
    </Figure>
  );
}

interface FigureProps {
  readonly unit: string;
  readonly figure: string;
  readonly children: ReactNode;
}

function Figure({ unit, figure, children }: FigureProps) {
  const { query } = useAddress();
  const to = changed(query, { unit, figure, after: null, sort: null });
  return <Link to={`ledger?${to.toString()}`}>{children}</Link>;
}
