import type { VaultLookLine } from '../api/vault.js';
import { ListTable, type ShownColumn } from '../lists/list-table.js';
import { useList } from '../lists/use-list.js';
import { When } from '../shown/when.js';

const SOURCE = { path: 'vault/looks', filters: ['record'], usualSort: '-at' };

const COLUMNS: readonly ShownColumn<VaultLookLine>[] = [
  { title: '查看时间', sort: 'at', className: 'whole', cell: ({ at }) => <When at={at} /> },
  {
    title: '查看人',
    sort: 'unit',
    cell: ({ by, unitName }) => (
      <>
        {by}
        <span className="desk-sub">{unitName}</span>
      </>
    ),
  },
  { title: '记录编号', sort: 'record', className: 'whole', cell: ({ recordId }) => recordId },
  { title: '申请', className: 'whole', cell: ({ requestId }) => requestId },
  { title: '理由', className: 'vault-because', cell: ({ because }) => because },
  { title: '批准人', cell: ({ approvedBy }) => approvedBy },
];

/** Every look that was taken; who reported stands in none. */
export function LooksTab() {
  const list = useList<VaultLookLine>(SOURCE);
  return (
    <ListTable<VaultLookLine>
      label="查看记录"
      source={SOURCE}
      asked={list}
      columns={COLUMNS}
      keyOf={({ id }) => id}
      empty="没有人看过举报人"
    />
  );
}
