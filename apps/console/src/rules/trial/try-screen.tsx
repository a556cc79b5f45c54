import { useState } from 'react';
import { Button } from 'antd';
import { choiceIn } from '../../address/address.js';
import { useAddress } from '../../address/use-address.js';
import { ALL_EDITIONS, type EditionLine } from '../../api/editions.js';
import type { Listed } from '../../api/listed.js';
import type { TrialPair } from '../../api/trial.js';
import { useAsked } from '../../api/use-asked.js';
import { ProblemNote } from '../../shown/problem-note.js';
import { Choice } from '../choice.js';
import { sizeOf, type Draft } from '../draft/draft-store.js';
import { useDraft } from '../draft/use-draft.js';
import { STAGE_MARKS } from '../stage-marks.js';
import { useTold } from '../use-told.js';
import { OtherVerdict } from './other-verdict.js';
import { TrialForm } from './trial-form.js';
import { TrialView } from './trial-view.js';
import { TRIED_EXAMPLE, triedOf, type TriedFeed, type Typed } from './tried.js';
import '../rules.css';

const FEEDS: readonly TriedFeed[] = ['complaint', 'advertisement', 'registration'];
const FEED_OPTIONS: readonly (readonly [TriedFeed, string])[] = [
  ['complaint', '投诉举报'],
  ['advertisement', '广告监测'],
  ['registration', '登记注册'],
];
/** The draft of this window, among the editions to try with. */
const DRAFT = 'draft';

/** Tries a text on the rules: the complete assessment at once, and nothing of it is kept. */
export default function TryScreen() {
  const { query, change } = useAddress();
  const feed = choiceIn(query, 'feed', FEEDS, 'complaint');
  const beside = query.get('with') ?? '';
  const [typed, type] = useState<Typed>({});
  const draft = useDraft();
  const tried = triedOf(feed, typed);
  const told = useTold<TrialPair>('try', tried && { text: tried, ...besides(beside, draft) }, 250);
  const pair = tried ? told.data : null;
  return (
    <section className="screen rules">
      <header>
        <h1>试一试</h1>
        <p>
          输入或粘贴一段文字，立即看到完整的评估。文字不保存，也不写进日志和审计（审计只记有人试过）；评分只是线索。
        </p>
      </header>
      <div className="tools">
        <Choice
          label="按哪一路数据"
          value={feed}
          options={FEED_OPTIONS}
          choose={(value) => change({ feed: value })}
        />
        <BesideChoice value={beside} draft={draft} choose={(value) => change({ with: value })} />
        <Button onClick={() => type(TRIED_EXAMPLE[feed])}>填入示例</Button>
        <Button onClick={() => type({})}>清空</Button>
        <span role="status" className="soft">
          {told.isAsking ? '正在评估……' : ''}
        </span>
      </div>
      <TrialForm feed={feed} typed={typed} type={type} />
      {told.problem && <ProblemNote problem={told.problem} />}
      {pair && (
        <>
          {pair.other && <OtherVerdict inForce={pair.inForce} other={pair.other} />}
          <div className={pair.other ? 'rules-two' : ''}>
            <TrialView trial={pair.inForce} title="现行版本" />
            {pair.other && <TrialView trial={pair.other} title={besideTitle(beside)} />}
          </div>
        </>
      )}
    </section>
  );
}

/** With what besides the edition in force it is tried. */
function besides(beside: string, draft: Draft | null): object {
  if (beside === DRAFT) return draft ? { changes: draft } : {};
  return /^\d+$/.test(beside) ? { edition: beside } : {};
}

const besideTitle = (beside: string): string =>
  beside === DRAFT ? '正在起草的修改' : `版本 ${beside}`;

interface BesideChoiceProps {
  readonly value: string;
  readonly draft: Draft | null;
  readonly choose: (value: string) => void;
}

function BesideChoice({ value, draft, choose }: BesideChoiceProps) {
  const editions = useAsked<Listed<EditionLine>>(ALL_EDITIONS).data?.rows ?? [];
  const others = editions.filter(({ inForce, stage }) => !inForce && stage !== 'withdrawn');
  const own = draft && sizeOf(draft) > 0 ? [[DRAFT, '正在起草的修改'] as const] : [];
  const options = [
    ['', '不对照'] as const,
    ...own,
    ...others.map(
      ({ id, title, stage }) =>
        [id, `版本 ${id}（${title}，${STAGE_MARKS[stage]?.[1] ?? stage}）`] as const,
    ),
  ];
  return <Choice label="与现行对照" value={value} options={options} choose={choose} />;
}
