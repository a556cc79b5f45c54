import { Link } from '../../address/link.js';
import type { EditionLine } from '../../api/editions.js';
import { useAsked } from '../../api/use-asked.js';
import { useMay } from '../../shell/session-context.js';
import { Mark } from '../../shown/mark.js';
import { ProblemNote } from '../../shown/problem-note.js';
import { Waiting } from '../../shown/waiting.js';
import { When } from '../../shown/when.js';
import { STAGE_MARKS } from '../stage-marks.js';
import '../../lists/list.css';
import '../rules.css';

/** Every edition of the rules, the newest first. */
export default function EditionsScreen() {
  const { data, problem, again } = useAsked<readonly EditionLine[]>('editions');
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
      {problem && <ProblemNote problem={problem} again={again} />}
      {!data && !problem && <Waiting />}
      {data && <EditionTable editions={data} />}
    </section>
  );
}

function EditionTable({ editions }: { readonly editions: readonly EditionLine[] }) {
  return (
    <div className="list-scroll">
      <table className="list" aria-label="规则版本">
        <thead>
          <tr>
            {['版本', '名称', '阶段', '起草', '理由', '最近一步'].map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {editions.map((edition) => (
            <EditionRow key={edition.id} edition={edition} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

const STEP_WORDS: Readonly<Record<EditionLine['steps'][number]['kind'], string>> = {
  ...{ drafted: '起草', backtested: '回测', shadowed: '影子运行', published: '发布' },
  ...{ 'rolled-back': '退回到此版本', withdrawn: '撤回' },
};

function EditionRow({ edition }: { readonly edition: EditionLine }) {
  const { id, title, stage, draftedBy, draftedAt, steps, inForce, lexicon } = edition;
  const [standing, word] = STAGE_MARKS[stage] ?? ['plain', stage];
  const first = steps[0];
  const last = steps[steps.length - 1];
  return (
    <tr className={inForce ? 'chosen' : ''}>
      <td>{id}</td>
      <td>
        <Link to={`editions/${id}`}>{title}</Link>
        {lexicon !== null && <span className="rules-small">含词库</span>}
      </td>
      <td className="whole">
        <Mark standing={standing}>{word}</Mark>
      </td>
      <td className="whole">
        {draftedBy}
        <span className="rules-small">
          <When at={draftedAt} />
        </span>
      </td>
      <td>{first?.because}</td>
      <td>
        {last && (
          <>
            {last.by} {STEP_WORDS[last.kind]}
            <span className="rules-small">
              <When at={last.at} />
            </span>
          </>
        )}
      </td>
    </tr>
  );
}
