import { useEffect, useState } from 'react';
import { Alert, App, Button } from 'antd';
import { Link } from '../../address/link.js';
import { go } from '../../address/browser-address.js';
import { useAddress } from '../../address/use-address.js';
import { ALL_EDITIONS, type DraftReport, type EditionLine } from '../../api/editions.js';
import type { Listed } from '../../api/listed.js';
import { useAsked } from '../../api/use-asked.js';
import { ProblemNote } from '../../shown/problem-note.js';
import { Waiting } from '../../shown/waiting.js';
import { DifferenceView } from '../difference-view.js';
import { useTold, type Told } from '../use-told.js';
import { DraftChanges } from './draft-changes.js';
import { sizeOf, type Draft } from './draft-store.js';
import { KeepDraft } from './keep-draft.js';
import { RuleEditor } from './rule-editor.js';
import { draftStore, useDraft } from './use-draft.js';
import { WordsEditor } from './words-editor.js';
import { Problems } from './yaml-field.js';
import '../rules.css';

/** Changes to the edition in force, checked while one types; nothing is kept until it is kept as a draft. */
export default function DraftScreen() {
  const draft = useDraft();
  const editions = useAsked<Listed<EditionLine>>(ALL_EDITIONS);
  const inForce = editions.data?.rows.find((edition) => edition.inForce)?.id ?? null;
  useEffect(() => {
    if (inForce !== null) draftStore.begin(inForce);
  }, [inForce, draft]);
  if (editions.problem) return <ProblemNote problem={editions.problem} again={editions.again} />;
  if (!draft || inForce === null) return <Waiting />;
  return <Drafting draft={draft} inForce={inForce} />;
}

interface DraftingProps {
  readonly draft: Draft;
  readonly inForce: string;
}

function Drafting({ draft, inForce }: DraftingProps) {
  const { query } = useAddress();
  const told = useTold<DraftReport>('drafts/check', sizeOf(draft) > 0 ? draft : null);
  const rule = query.get('rule') ?? '';
  const list = query.get('list') ?? '';
  return (
    <section className="screen rules">
      <DraftHeader draft={draft} told={told} />
      {draft.base !== inForce && (
        <Alert
          type="warning"
          showIcon
          title={`改动以版本 ${draft.base} 为底，而现行已是版本 ${inForce}`}
          description="存为草案会带着那一版的其余内容。要以现行版本为底，请先放弃全部改动再重新起草。"
        />
      )}
      {told.problem && <ProblemNote problem={told.problem} />}
      <div className="rules-draft">
        <DraftChanges draft={draft} report={told.data} open={rule || list} />
        <div className="rules-part">
          {rule !== '' && <RuleEditor key={rule} id={rule} draft={draft} report={told.data} />}
          {rule === '' && list !== '' && (
            <WordsEditor key={list} id={list} draft={draft} report={told.data} />
          )}
          {rule === '' && list === '' && <Overview draft={draft} told={told} />}
        </div>
      </div>
    </section>
  );
}

interface DraftHeaderProps {
  readonly draft: Draft;
  readonly told: Told<DraftReport>;
}

function DraftHeader({ draft, told }: DraftHeaderProps) {
  const [isKeeping, setKeeping] = useState(false);
  const { modal } = App.useApp();
  const size = sizeOf(draft);
  const problems = told.data?.problems.length ?? 0;
  const isChecked = told.data !== null && told.problem === null && !told.isAsking;
  const isReady = size > 0 && isChecked && problems === 0;
  const discard = (): void =>
    void modal.confirm({
      ...{ title: '放弃全部改动？', okText: '放弃', okButtonProps: { danger: true } },
      content: '还没有存为草案的改动会丢失，不能恢复。',
      onOk: () => {
        draftStore.discard();
        go('draft');
      },
    });
  return (
    <header>
      <h1>起草修改</h1>
      <div className="tools">
        <span role="status" className={problems > 0 ? 'rules-problems' : 'soft'}>
          {stateWords(size, told)}
        </span>
        {size > 0 && (
          <Link to="try?with=draft" className="rules-button">
            用文字试一试
          </Link>
        )}
        <Button disabled={size === 0} onClick={discard}>
          放弃
        </Button>
        <Button type="primary" disabled={!isReady} onClick={() => setKeeping(true)}>
          存为草案
        </Button>
      </div>
      <p>
        以版本 {draft.base}{' '}
        为底。改动只在这个窗口里，边改边检查；存为草案之前不留存，发布之前不影响任何评估。
      </p>
      {isKeeping && (
        <KeepDraft
          changes={draft}
          close={() => setKeeping(false)}
          kept={() => draftStore.discard()}
        />
      )}
    </header>
  );
}

function stateWords(size: number, { data, problem, isAsking }: Told<DraftReport>): string {
  if (size === 0) return '还没有改动';
  if (isAsking) return '正在检查……';
  if (problem || !data) return '✕ 没有检查成';
  const { length } = data.problems;
  return length === 0 ? `✓ ${String(size)} 处改动，没有错误` : `✕ ${String(length)} 处错误`;
}

function Overview({ draft, told }: DraftHeaderProps) {
  if (sizeOf(draft) === 0)
    return (
      <p className="soft">从左边选一条规则或一类词开始修改；也可以从“现行规则”“现行词库”进来。</p>
    );
  if (!told.data) return <Waiting />;
  const { problems, remarks, difference } = told.data;
  return (
    <>
      <h2>与版本 {draft.base} 的不同</h2>
      <Problems
        problems={problems.map((one) => ({
          ...one,
          line: null,
          says: `${one.rule ?? one.list ?? ''}　${one.line === null ? '' : `第 ${String(one.line)} 行：`}${one.says}`,
        }))}
      />
      <DifferenceView difference={difference} />
      {remarks.length > 0 && (
        <>
          <h3>可以用，但请留意</h3>
          <ul>
            {remarks.map((remark, at) => (
              <li key={at}>{remark}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
