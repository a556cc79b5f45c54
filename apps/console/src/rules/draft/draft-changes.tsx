import { useState } from 'react';
import { Button } from 'antd';
import { Link } from '../../address/link.js';
import { go } from '../../address/browser-address.js';
import type { DraftReport } from '../../api/editions.js';
import type { Listed } from '../../api/listed.js';
import type { RuleRow, Subject, WordRow } from '../../api/rules.js';
import { useAsked } from '../../api/use-asked.js';
import { FEED_TITLES } from '../names.js';
import type { Draft } from './draft-store.js';
import { faultOfId, newEdit, titleOf } from './rule-edit.js';
import { draftStore } from './use-draft.js';

interface DraftChangesProps {
  readonly draft: Draft;
  readonly report: DraftReport | null;
  /** What is open: a rule or a list of words. */
  readonly open: string;
}

/** What is being changed so far, and what to change next. */
export function DraftChanges({ draft, report, open }: DraftChangesProps) {
  const rules = useAsked<Listed<RuleRow>>('rules?limit=200&sort=id').data?.rows ?? [];
  const lists = useAsked<Listed<WordRow>>('lexicon?limit=200&sort=kind').data?.rows ?? [];
  const isWrong = (id: string): boolean =>
    report?.problems.some(({ rule, list }) => rule === id || list === id) ?? false;
  const nameOf = (id: string): string =>
    [...rules, ...lists].find((one) => one.id === id)?.title ?? id;
  return (
    <aside className="rules-part" aria-label="改动">
      <h2>改动</h2>
      <nav className="rules-changes">
        <Link to="draft" isCurrent={open === ''}>
          与现行版本的不同
        </Link>
        {draft.rules.map((edit) => (
          <Link key={edit.id} to={`draft?rule=${edit.id}`} isCurrent={open === edit.id}>
            {isWrong(edit.id) ? '✕ ' : ''}规则　{titleOf(edit)}
          </Link>
        ))}
        {draft.removed.map((id) => (
          <Link key={id} to={`draft?rule=${id}`} isCurrent={open === id}>
            －去掉　{nameOf(id)}
          </Link>
        ))}
        {draft.words.map(({ list }) => (
          <Link key={list} to={`draft?list=${encodeURIComponent(list)}`} isCurrent={open === list}>
            {isWrong(list) ? '✕ ' : ''}词库　{nameOf(list)}
          </Link>
        ))}
      </nav>
      <Chooser
        label="改一条规则"
        options={rules.map(({ id, title }) => [id, `${id} ${title}`] as const)}
        choose={(id) => go(`draft?rule=${id}`)}
      />
      <Chooser
        label="改一类词"
        options={lists
          .filter(({ kind }) => kind !== 'compound')
          .map(({ id, title }) => [id, `${title}（${id}）`] as const)}
        choose={(id) => go(`draft?list=${encodeURIComponent(id)}`)}
      />
      <NewRule known={rules.map(({ id }) => id)} />
    </aside>
  );
}

interface ChooserProps {
  readonly label: string;
  readonly options: readonly (readonly [string, string])[];
  readonly choose: (id: string) => void;
}

function Chooser({ label, options, choose }: ChooserProps) {
  return (
    <select
      aria-label={label}
      value=""
      onChange={({ target }) => target.value !== '' && choose(target.value)}
    >
      <option value="">{label}……</option>
      {options.map(([id, word]) => (
        <option key={id} value={id}>
          {word}
        </option>
      ))}
    </select>
  );
}

/** A rule that is not there yet. */
function NewRule({ known }: { readonly known: readonly string[] }) {
  const [id, name] = useState('');
  const [feed, choose] = useState<Subject>('complaint');
  const fault = id === '' ? null : faultOfId(id, known);
  const begin = (): void => {
    draftStore.setRule(newEdit(id, feed));
    name('');
    go(`draft?rule=${id}`);
  };
  return (
    <details>
      <summary>新增一条规则</summary>
      <div className="rules-changes">
        <input
          aria-label="新规则的编号"
          placeholder="编号，如 CP-NEW-WORD"
          value={id}
          onChange={({ target }) => name(target.value.toUpperCase().trim())}
        />
        <select
          aria-label="新规则的数据来源"
          value={feed}
          onChange={({ target }) => choose(target.value as Subject)}
        >
          {Object.entries(FEED_TITLES).map(([code, title]) => (
            <option key={code} value={code}>
              {title}
            </option>
          ))}
        </select>
        {fault !== null && <span className="rules-problems">{fault}</span>}
        <Button disabled={id === '' || fault !== null} onClick={begin}>
          开始写
        </Button>
      </div>
    </details>
  );
}
