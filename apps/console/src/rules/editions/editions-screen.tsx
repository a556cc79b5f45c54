import { Link } from '../../address/link.js';
import type { EditionLine } from '../../api/editions.js';
import type { ListSource } from '../../lists/list-query.js';
import { ListTable, type ShownColumn } from '../../lists/list-table.js';
import { useList } from '../../lists/use-list.js';
import { useMay } from '../../shell/session-context.js';
import { Mark } from '../../shown/mark.js';
import { When } from '../../shown/when.js';
import { STAGE_MARKS } from '../stage-marks.js';
import '../rules.css';

const SOURCE: ListSource = { path: 'editions', filters: [], usualSort: '-draftedAt' };

const STEP_WORDS: Readonly<Record<EditionLine['steps'][number]['kind'], string>> = {
  ...{ drafted: '起草', backtested: '回测', shadowed: '影子运行', published: '发布' },
  ...{ 'rolled-back': '退回到此版本', withdrawn: '撤回' },
};

const COLUMNS: readonly ShownColumn<EditionLine>[] = [
  { title: '版本', sort: 'draftedAt', cell: ({ id }) => id },
  {
    title: '名称',
    sort: 'title',
    cell: ({ id, title, lexicon }) => (
      <>
        <Link to={`editions/${id}`}>{title}</Link>
        {lexicon !== null && <span className="rules-small">含词库</span>}
      </>
    ),
  },
  {
    title: '阶段',
    sort: 'stage',
    className: 'whole',
    cell: ({ stage }) => {
      const [standing, word] = STAGE_MARKS[stage] ?? ['plain', stage];
      return <Mark standing={standing}>{word}</Mark>;
    },
  },
  {
    title: '起草',
    className: 'whole',
    cell: ({ draftedBy, draftedAt }) => <SignedAt by={draftedBy} at={draftedAt} />,
  },
  { title: '理由', cell: ({ steps: [first] }) => first?.because },
  {
    title: '最近一步',
    cell: ({ steps }) => {
      const last = steps[steps.length - 1];
      return last && <SignedAt by={`${last.by} ${STEP_WORDS[last.kind]}`} at={last.at} />;
    },
  },
];

const SignedAt = ({ by, at }: { readonly by: string; readonly at: string }) => (
  <>
    {by}
    <span className="rules-small">
      <When at={at} />
    </span>
  </>
);

/** Every edition of the rules, the newest first. */
export default function EditionsScreen() {
  const list = useList<EditionLine>(SOURCE);
  const may = useMay();
  return (
    <section className="screen rules">
      <header>
        <h1>规则版本</h1>
        <div className="tools">
          {may('editions.draft') && (
            <Link to="draft" className="rules-button">
              起草修改
            </Link>
          )}
        </div>
        <p>
          起草 → 回测 → 影子运行满一天 →
          由另一人发布；情况紧急可注明“紧急”免影子运行。发布和退回几秒内生效，不停机；已有记录的评估不改。
        </p>
      </header>
      <ListTable
        label="规则版本"
        source={SOURCE}
        asked={list}
        columns={COLUMNS}
        keyOf={({ id }) => id}
        rowClass={({ inForce }) => (inForce ? 'chosen' : '')}
        empty="还没有规则版本"
      />
    </section>
  );
}
