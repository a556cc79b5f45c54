import { Button } from 'antd';
import { go } from '../../address/browser-address.js';
import type { DraftReport, RuleEdit } from '../../api/editions.js';
import type { WholeRule } from '../../api/rules.js';
import { useAsked } from '../../api/use-asked.js';
import { ProblemNote } from '../../shown/problem-note.js';
import { Waiting } from '../../shown/waiting.js';
import { PartDifference } from '../part-difference.js';
import type { Draft } from './draft-store.js';
import { editOf, titleOf } from './rule-edit.js';
import { RuleForm } from './rule-form.js';
import { draftStore } from './use-draft.js';

interface RuleEditorProps {
  readonly id: string;
  readonly draft: Draft;
  readonly report: DraftReport | null;
}

/** Changes one rule of the draft. */
export function RuleEditor({ id, draft, report }: RuleEditorProps) {
  const kept = draft.rules.find((edit) => edit.id === id);
  const told = report?.difference.rules.find((one) => one.id === id);
  const path = told?.kind === 'added' ? null : `rules/${encodeURIComponent(id)}`;
  const asked = useAsked<WholeRule>(path);
  if (draft.removed.includes(id)) return <Removed id={id} />;
  const edit = kept ?? (asked.data && editOf(asked.data));
  if (!edit) return asked.problem ? <ProblemNote problem={asked.problem} /> : <Waiting />;
  return (
    <>
      <EditorHead edit={edit} isChanged={kept !== undefined} isInForce={asked.data !== null} />
      <RuleForm
        edit={edit}
        report={kept ? report : null}
        put={(next) => draftStore.setRule(next)}
      />
      <Differences base={draft.base} told={kept ? told : undefined} />
    </>
  );
}

interface EditorHeadProps {
  readonly edit: RuleEdit;
  readonly isChanged: boolean;
  readonly isInForce: boolean;
}

function EditorHead({ edit, isChanged, isInForce }: EditorHeadProps) {
  const { id } = edit;
  return (
    <div className="tools rules-aside-head">
      <h2>
        {titleOf(edit)} <code className="rules-id">{id}</code>
      </h2>
      {isChanged && <Button onClick={() => leave(id)}>撤销对它的改动</Button>}
      {isInForce && (
        <Button danger onClick={() => draftStore.removeRule(id)}>
          去掉这条规则
        </Button>
      )}
    </div>
  );
}

interface DifferencesProps {
  readonly base: Draft['base'];
  /** How the rule differs from the one in force; undefined where it was left as it is. */
  readonly told: DraftReport['difference']['rules'][number] | undefined;
}

function Differences({ base, told }: DifferencesProps) {
  if (told?.kind !== 'changed') return null;
  return (
    <>
      <h3>与版本 {base} 的不同</h3>
      {told.parts.map((part) => (
        <PartDifference key={part.name} part={part} />
      ))}
    </>
  );
}

function leave(id: string): void {
  draftStore.leaveRule(id);
  go('draft');
}

function Removed({ id }: { readonly id: string }) {
  return (
    <>
      <h2>
        去掉规则 <code className="rules-id">{id}</code>
      </h2>
      <p>存为草案并发布之后，这条规则不再评估新的记录；旧记录的评估不变。</p>
      <p>
        <Button onClick={() => draftStore.leaveRule(id)}>留着它</Button>
      </p>
    </>
  );
}
