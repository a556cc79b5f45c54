import { Link } from '../../address/link.js';
import type {
  BacktestChange,
  BacktestState,
  CourseChange,
  EditionLife,
} from '../../api/editions.js';
import type { AnyTier } from '../../api/rules.js';
import { ListTable, type ShownColumn } from '../../lists/list-table.js';
import type { ListSource } from '../../lists/list-query.js';
import { useList } from '../../lists/use-list.js';
import { chinaDay, chinaTime } from '../../shown/china-time.js';
import { TierMark } from '../../shown/tier-mark.js';
import { TIER_NAMES } from '../../shown/tier.js';
import { CHANGE_NAMES } from '../names.js';
import { ChoiceInAddress } from '../../lists/choice-in-address.js';

type Last = NonNullable<BacktestState['last']>;

interface BacktestResultProps {
  readonly edition: EditionLife;
  readonly last: Last;
}

const TIERS: readonly AnyTier[] = ['red', 'orange', 'yellow', 'blue', 'none'];
const CHANGES: readonly CourseChange[] = [
  ...(['new', 'dropped', 'higher', 'lower', 'earlier', 'later'] as const),
];

/** What a backtest found: sums, rules that strike more or less often, and who fares otherwise. */
export function BacktestResult({ edition, last }: BacktestResultProps) {
  const { report, by, at } = last;
  const { period, records, moved, suspected } = report;
  const since = new Date(period.from).getTime() <= 0 ? '最早' : chinaDay(period.from);
  return (
    <>
      <p>
        {by} 于 {chinaTime(at)} 回测：{since} 至 {chinaDay(period.to)} 的记录{' '}
        {records.toLocaleString('en')} 条，其中 {moved.toLocaleString('en')}{' '}
        条等级不同；有信号的主体 {suspected.toLocaleString('en')} 个。
      </p>
      <div className="rules-columns">
        <table className="rules-sums" aria-label="记录等级">
          <thead>
            <tr>
              <th scope="col">记录等级</th>
              <th scope="col">现行</th>
              <th scope="col">这个版本</th>
            </tr>
          </thead>
          <tbody>
            {TIERS.map((tier) => (
              <tr key={tier}>
                <th scope="row">{TIER_NAMES[tier]}</th>
                <td>{report.tiers[tier].base.toLocaleString('en')}</td>
                <td>{report.tiers[tier].candidate.toLocaleString('en')}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <Codes codes={report.codes} />
      </div>
      <h3>情形不同的主体</h3>
      <p>
        {CHANGES.map(
          (change) => `${CHANGE_NAMES[change] ?? ''} ${String(report.entities[change])}`,
        ).join('，')}
        ，没有变化 {report.entities.same.toLocaleString('en')}
      </p>
      <Changed edition={edition} />
    </>
  );
}

const CODES_SHOWN = 12;

function Codes({ codes }: { readonly codes: Last['report']['codes'] }) {
  if (codes.length === 0) return <p className="soft">各规则和词语触发的记录数没有变化。</p>;
  return (
    <div>
      <h3>触发记录数有变化的规则和词语</h3>
      <ul>
        {codes.slice(0, CODES_SHOWN).map(({ code, base, candidate }) => (
          <li key={code}>
            <code>{code}</code>　{base.toLocaleString('en')} →{' '}
            <b>{candidate.toLocaleString('en')}</b>
          </li>
        ))}
        {codes.length > CODES_SHOWN && <li className="soft">……共 {codes.length} 项</li>}
      </ul>
    </div>
  );
}

function Changed({ edition: { id } }: { readonly edition: EditionLife }) {
  const source: ListSource = {
    ...{ path: `editions/${id}/backtest/changes`, filters: ['change'], usualSort: 'rank' },
  };
  const asked = useList<BacktestChange>(source);
  return (
    <>
      <div className="tools">
        <ChoiceInAddress
          label="变化"
          name="change"
          options={[
            ['', '全部'],
            ...CHANGES.map((one) => [one, CHANGE_NAMES[one] ?? one] as const),
          ]}
        />
      </div>
      <ListTable
        label="情形不同的主体"
        source={source}
        asked={asked}
        columns={COLUMNS}
        keyOf={({ entityId }) => entityId}
        empty="没有哪个主体的情形不同"
      />
    </>
  );
}

const dayOf = (at: string | null): string => (at === null ? '—' : chinaDay(at));

const COLUMNS: readonly ShownColumn<BacktestChange>[] = [
  {
    title: '主体',
    cell: ({ entityId, name, uscc }) => (
      <>
        <Link to={`entities/${entityId}`}>{name}</Link>
        {uscc !== null && <span className="rules-small">{uscc}</span>}
      </>
    ),
  },
  { title: '变化', className: 'whole', cell: ({ change }) => CHANGE_NAMES[change] ?? change },
  {
    title: '现行',
    sort: 'scoreBase',
    className: 'whole',
    cell: ({ tierBase, scoreBase, firstBase }) => (
      <>
        <TierMark tier={tierBase} /> {Math.round(scoreBase)}
        <span className="rules-small">首次预警 {dayOf(firstBase)}</span>
      </>
    ),
  },
  {
    title: '这个版本',
    sort: 'scoreCandidate',
    className: 'whole',
    cell: ({ tierCandidate, scoreCandidate, firstCandidate }) => (
      <>
        <TierMark tier={tierCandidate} /> {Math.round(scoreCandidate)}
        <span className="rules-small">首次预警 {dayOf(firstCandidate)}</span>
      </>
    ),
  },
  { title: '主要规则或词语', cell: ({ because }) => <code>{because}</code> },
];
