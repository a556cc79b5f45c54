import type { DraftReport } from '../../api/editions.js';
import type { WholeWords } from '../../api/rules.js';
import { useAsked } from '../../api/use-asked.js';
import { ProblemNote } from '../../shown/problem-note.js';
import { Waiting } from '../../shown/waiting.js';
import { POLICY_WORDS } from '../names.js';
import type { Draft } from './draft-store.js';
import { draftStore } from './use-draft.js';
import { WordsForm } from './words-form.js';

interface WordsEditorProps {
  readonly id: string;
  readonly draft: Draft;
  readonly report: DraftReport | null;
}

/** Changes the words of one list of the draft. */
export function WordsEditor({ id, draft, report }: WordsEditorProps) {
  const { data: list, problem, again } = useAsked<WholeWords>(`lexicon/${encodeURIComponent(id)}`);
  if (problem) return <ProblemNote problem={problem} again={again} />;
  if (!list) return <Waiting />;
  const change = draft.words.find((one) => one.list === id) ?? { list: id, add: [], remove: [] };
  return (
    <>
      <h2>
        {list.title} <code className="rules-id">{id}</code>
      </h2>
      <p className="soft">
        {list.meaning?.policy && `${POLICY_WORDS[list.meaning.policy]}。`}出处：{list.source}
      </p>
      <WordsForm
        list={list}
        change={change}
        problems={(report?.problems ?? []).filter((one) => one.list === id)}
        put={(next) => draftStore.setWords(next)}
      />
    </>
  );
}
