import type { ImportLine, ImportList } from '../api/intake.js';
import { Link } from '../address/link.js';
import type { Asked } from '../api/use-asked.js';
import { ChoiceInAddress } from '../lists/choice-in-address.js';
import type { ListSource } from '../lists/list-query.js';
import { ListTable, type ShownColumn } from '../lists/list-table.js';
import { Mark } from '../shown/mark.js';
import { When } from '../shown/when.js';
import { percentOf, resultWords, STATES } from './import-words.js';

export const OWN_IMPORTS: ListSource = {
  ...{ path: 'imports', filters: ['state'], usualSort: '-madeAt' },
};

const CHOICES = [
  ['', '全部'],
  ...Object.entries(STATES).map(([state, { word }]) => [state, word] as const),
] as const;

const COLUMNS: readonly ShownColumn<ImportLine>[] = [
  { title: '上传', sort: 'madeAt', className: 'whole', cell: ({ madeAt }) => <When at={madeAt} /> },
  {
    title: '文件',
    sort: 'fileName',
    cell: ({ id, fileName }) => <Link to={`import?job=${id}`}>{fileName}</Link>,
  },
  {
    title: '状态',
    sort: 'state',
    className: 'whole',
    cell: ({ state }) => <Mark standing={STATES[state].standing}>{STATES[state].word}</Mark>,
  },
  { title: '结果', cell: stateWords },
];

/** One's own imports of the last days. */
export function ImportHistory({ asked }: { readonly asked: Asked<ImportList> }) {
  return (
    <>
      <div className="tools">
        <ChoiceInAddress label="状态" name="state" options={CHOICES} />
      </div>
      <ListTable<ImportLine>
        label="我最近的导入"
        source={OWN_IMPORTS}
        asked={asked}
        columns={COLUMNS}
        keyOf={({ id }) => id}
        empty="没有符合条件的导入"
      />
    </>
  );
}

function stateWords(job: ImportLine): string {
  if (job.state === 'running') return `${String(percentOf(job))}%`;
  return job.startedAt === null ? '' : resultWords(job);
}
