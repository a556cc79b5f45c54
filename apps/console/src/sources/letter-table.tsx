import { changed } from '../address/address.js';
import { Link } from '../address/link.js';
import { useAddress } from '../address/use-address.js';
import type { Listed } from '../api/listed.js';
import type { LetterLine } from '../api/sources.js';
import { FEED_WORDS } from '../shown/words.js';
import type { Asked } from '../api/use-asked.js';
import { ListTable, type ShownColumn } from '../lists/list-table.js';
import type { ListSource } from '../lists/list-query.js';
import { Mark } from '../shown/mark.js';
import { When } from '../shown/when.js';
import { DOORS } from './source-words.js';

export const LETTERS: ListSource = {
  path: 'dead-letters',
  filters: ['state', 'source', 'feed', 'door', 'q', 'from', 'to'],
  usualSort: '-receivedAt',
};

interface LetterTableProps {
  readonly asked: Asked<Listed<LetterLine>>;
  /** The chosen ones; null where nothing may be replayed. */
  readonly chosen: ReadonlySet<string> | null;
  readonly choose: (ids: readonly string[], isChosen: boolean) => void;
}

/** Dead letters, each with the reason; what they hold stays sealed. */
export function LetterTable({ asked, chosen, choose }: LetterTableProps) {
  const { query } = useAddress();
  const columns: ShownColumn<LetterLine>[] = [
    ...(chosen ? [boxes(asked.data?.rows ?? [], chosen, choose)] : []),
    {
      ...{ title: '编号', className: 'whole' },
      cell: ({ id }) => (
        <Link to={`dead-letters?${changed(query, { letter: id }).toString()}`}>{id}</Link>
      ),
    },
    {
      ...{ title: '收到', sort: 'receivedAt', className: 'whole' },
      cell: ({ receivedAt }) => <When at={receivedAt} />,
    },
    { title: '来源', sort: 'source', cell: ({ title }) => title },
    { title: '通道', sort: 'feed', className: 'whole', cell: ({ feed }) => FEED_WORDS[feed] },
    {
      title: '经由',
      cell: ({ door, cameFrom }) => (
        <>
          {DOORS[door]} <span className="soft">{cameFrom}</span>
        </>
      ),
    },
    { title: '原因', cell: ({ reason }) => reason },
    {
      ...{ title: '状态', className: 'whole' },
      cell: ({ replayedAt }) => (
        <Mark standing={replayedAt === null ? 'waiting' : 'good'}>
          {replayedAt === null ? '待处理' : '已重放'}
        </Mark>
      ),
    },
  ];
  return (
    <ListTable
      label="死信"
      source={LETTERS}
      asked={asked}
      columns={columns}
      keyOf={({ id }) => id}
      rowClass={({ id }) => (id === query.get('letter') ? 'chosen' : '')}
      empty="没有符合条件的死信"
    />
  );
}

/** Always there to be ticked; the head ticks the whole page. */
function boxes(
  rows: readonly LetterLine[],
  chosen: ReadonlySet<string>,
  choose: LetterTableProps['choose'],
): ShownColumn<LetterLine> {
  const open = rows.filter(({ replayedAt }) => replayedAt === null).map(({ id }) => id);
  return {
    title: (
      <input
        type="checkbox"
        aria-label="选择这一页"
        disabled={open.length === 0}
        checked={open.length > 0 && open.every((id) => chosen.has(id))}
        onChange={({ target }) => choose(open, target.checked)}
      />
    ),
    cell: ({ id, replayedAt }) => (
      <input
        type="checkbox"
        aria-label={`选择死信 ${id}`}
        disabled={replayedAt !== null}
        checked={chosen.has(id)}
        onChange={({ target }) => choose([id], target.checked)}
      />
    ),
  };
}
