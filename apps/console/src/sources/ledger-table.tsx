import type { LedgerLine } from '../api/sources.js';
import { FEED_WORDS } from '../shown/words.js';
import { Link } from '../address/link.js';
import { ListTable, type ShownColumn } from '../lists/list-table.js';
import type { ListSource } from '../lists/list-query.js';
import { useList } from '../lists/use-list.js';
import { useServerTime } from '../shell/server-time.js';
import { chinaDay, daysAfter } from '../shown/china-time.js';
import { Mark } from '../shown/mark.js';
import { ChoiceInAddress } from '../lists/choice-in-address.js';
import { DayInAddress } from '../lists/day-in-address.js';

const SOURCE: ListSource = {
  ...{ path: 'reconciliation/lines', filters: ['since', 'source', 'holds'], usualSort: '-day' },
};

const WEEK = 6;
const MOST_DAYS = 92;

const figure = (
  title: string,
  name: 'received' | 'stored' | 'duplicate',
): ShownColumn<LedgerLine> => ({
  ...{ title, sort: name, className: 'number' },
  cell: (line) => line[name].toLocaleString('en'),
});

const COLUMNS: readonly ShownColumn<LedgerLine>[] = [
  { title: '日期', sort: 'day', className: 'whole', cell: ({ day }) => day },
  { title: '来源', sort: 'source', cell: ({ title }) => title },
  { title: '通道', className: 'whole', cell: ({ feed }) => FEED_WORDS[feed] },
  figure('接收', 'received'),
  figure('入库', 'stored'),
  figure('重复', 'duplicate'),
  {
    ...{ title: '死信', sort: 'deadLettered', className: 'number' },
    cell: ({ deadLettered, source, day }) =>
      deadLettered === 0 ? (
        '0'
      ) : (
        <Link to={`dead-letters?state=all&source=${source}&from=${day}&to=${day}`}>
          {deadLettered}
        </Link>
      ),
  },
  {
    title: '核对',
    cell: ({ holds, because }) => (
      <Mark standing={holds ? 'good' : 'bad'}>
        <span className="sources-why">{because}</span>
      </Mark>
    ),
  },
];

/** The daily identity of every source: received is kept, duplicate and dead, and that is what lies in the tables. */
export function LedgerTable() {
  const today = chinaDay(useServerTime());
  const asked = useList<LedgerLine>(SOURCE);
  return (
    <>
      <div className="filters">
        <DayInAddress
          label="从"
          name="since"
          usual={daysAfter(today, -WEEK)}
          min={daysAfter(today, -MOST_DAYS)}
          max={today}
        />
        到今天
        <ChoiceInAddress
          name="holds"
          label="核对"
          options={[
            ['', '全部'],
            ['no', '只看不平的'],
            ['yes', '只看相符的'],
          ]}
        />
      </div>
      <p className="soft">
        接收 ＝ 入库 ＋ 重复 ＋
        死信，入库、死信再与库中实有的条数核对。不平的，常见原因是样例数据已清除，或者数据库从备份恢复过；其他情形请联系运维。
      </p>
      <ListTable
        label="逐日对账"
        source={SOURCE}
        asked={asked}
        columns={COLUMNS}
        keyOf={({ day, source, feed }) => `${day} ${source} ${feed}`}
        empty="这几天没有收到数据"
      />
    </>
  );
}
