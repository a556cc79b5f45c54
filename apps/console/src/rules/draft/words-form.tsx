import { useState } from 'react';
import type { DraftProblem, WordChange } from '../../api/editions.js';
import type { WholeWords } from '../../api/rules.js';
import { flagWords } from '../flag-words.js';
import { pastedWords } from './pasted-words.js';
import { Problems } from './yaml-field.js';

interface WordsFormProps {
  readonly list: WholeWords;
  readonly change: WordChange;
  readonly problems: readonly DraftProblem[];
  readonly put: (change: WordChange) => void;
}

/** The words of a list that are being changed: those that come, and those that leave. */
export function WordsForm({ list, change, problems, put }: WordsFormProps) {
  const [text, setText] = useState(change.add.join('\n'));
  const [q, look] = useState('');
  const add = (typed: string): void => {
    setText(typed);
    put({ ...change, add: pastedWords(typed) });
  };
  const shown = list.words.filter(({ term }) => term.includes(q.trim()));
  const mark = (term: string, isLeaving: boolean): void => {
    const others = change.remove.filter((one) => one !== term);
    put({ ...change, remove: isLeaving ? [...others, term] : others });
  };
  return (
    <div className="rules-columns">
      <div className="rules-form rules-one">
        <label className="rules-wide">
          新增的词（一行一个，也可粘贴一列或逗号分隔）
          <textarea
            rows={14}
            value={text}
            spellCheck={false}
            onChange={({ target }) => add(target.value)}
          />
        </label>
        <p className="rules-wide soft">将新增 {change.add.length} 个词</p>
        <div className="rules-wide">
          <Problems problems={problems.map((one) => ({ ...one, line: null }))} />
        </div>
      </div>
      <div className="rules-form rules-one">
        <label className="rules-wide">
          在现有的 {list.words.length} 个词里找
          <input value={q} onChange={({ target }) => look(target.value)} />
        </label>
        <ul className="rules-wide rules-leaving" aria-label="勾选要移除的词">
          {shown.map(({ term, flags }) => (
            <li key={term}>
              <label>
                <input
                  type="checkbox"
                  checked={change.remove.includes(term)}
                  onChange={({ target }) => mark(term, target.checked)}
                />
                移除　{term}
                {flagWords(flags) !== '' && <span className="soft">（{flagWords(flags)}）</span>}
              </label>
            </li>
          ))}
        </ul>
        <p className="rules-wide soft">将移除 {change.remove.length} 个词</p>
      </div>
    </div>
  );
}
