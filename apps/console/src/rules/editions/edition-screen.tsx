import { Link } from '../../address/link.js';
import { choiceIn } from '../../address/address.js';
import { useAddress } from '../../address/use-address.js';
import type { Difference, EditionLife } from '../../api/editions.js';
import { useAsked } from '../../api/use-asked.js';
import type { ScreenProps } from '../../screen.js';
import { Mark } from '../../shown/mark.js';
import { ProblemNote } from '../../shown/problem-note.js';
import { Waiting } from '../../shown/waiting.js';
import { When } from '../../shown/when.js';
import { DifferenceView } from '../difference-view.js';
import { STAGE_MARKS } from '../stage-marks.js';
import { BacktestPanel } from './backtest-panel.js';
import { EditionSteps } from './edition-steps.js';
import { ShadowPanel } from './shadow-panel.js';
import '../rules.css';

const TABS = ['difference', 'backtest', 'shadow', 'life'] as const;
const TAB_WORDS: Readonly<Record<(typeof TABS)[number], string>> = {
  ...{ difference: '与现行的不同', backtest: '回测', shadow: '影子运行', life: '经过' },
};

/** One edition: what it changes, what it would have changed, what it would change now, and its life. */
export default function EditionScreen({ places }: ScreenProps) {
  const id = places['id'] ?? '';
  const { data: edition, problem, again } = useAsked<EditionLife>(`editions/${id}/life`);
  const { query } = useAddress();
  const tab = choiceIn(query, 'tab', TABS, 'difference');
  if (problem && !edition) return <ProblemNote problem={problem} again={again} />;
  if (!edition) return <Waiting />;
  return (
    <section className="screen rules">
      <EditionHeader edition={edition} />
      <EditionSteps edition={edition} done={again} />
      <nav className="rules-tabs" aria-label="版本的各面">
        {TABS.map((one) => (
          <Link key={one} to={`editions/${edition.id}?tab=${one}`} isCurrent={tab === one}>
            {TAB_WORDS[one]}
          </Link>
        ))}
      </nav>
      {tab === 'difference' && <DifferencePanel edition={edition} />}
      {tab === 'backtest' && <BacktestPanel edition={edition} done={again} />}
      {tab === 'shadow' && <ShadowPanel edition={edition} />}
      {tab === 'life' && <LifePanel edition={edition} />}
    </section>
  );
}

function EditionHeader({ edition }: { readonly edition: EditionLife }) {
  const [standing] = STAGE_MARKS[edition.stage] ?? ['plain'];
  return (
    <header>
      <h1>
        版本 {edition.id}　{edition.title}　<Mark standing={standing}>{edition.stageTitle}</Mark>
      </h1>
      <div className="tools">
        <Link to="editions" className="rules-button">
          全部版本
        </Link>
        {!edition.inForce && edition.stage !== 'withdrawn' && (
          <Link to={`try?with=${edition.id}`} className="rules-button">
            用文字试一试
          </Link>
        )}
      </div>
      <p>
        {edition.draftedBy} 起草于 <When at={edition.draftedAt} />：{edition.steps[0]?.because}
        {'　'}规则 {edition.rules}　评分 {edition.scoring}　词库 {edition.lexicon ?? '随配置文件夹'}
      </p>
    </header>
  );
}

function DifferencePanel({ edition }: { readonly edition: EditionLife }) {
  const path = edition.inForce ? null : `editions/${edition.id}/difference`;
  const { data, problem, again } = useAsked<Difference>(path);
  if (edition.inForce) return <p className="soft">这就是现行版本。</p>;
  if (problem) return <ProblemNote problem={problem} again={again} />;
  if (!data) return <Waiting />;
  return (
    <section className="rules-part">
      <DifferenceView difference={data} />
    </section>
  );
}

function LifePanel({ edition }: { readonly edition: EditionLife }) {
  return (
    <section className="rules-part">
      <ol className="rules-steps">
        {edition.steps.map(({ title, by, because, at, isUrgent }, n) => (
          <li key={n}>
            <When at={at} />　<b>{title}</b>
            {isUrgent && <Mark standing="bad">紧急</Mark>}　{by}：{because}
          </li>
        ))}
      </ol>
    </section>
  );
}
