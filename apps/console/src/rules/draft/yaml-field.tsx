import { useRef } from 'react';
import type { DraftProblem } from '../../api/editions.js';

interface YamlFieldProps {
  readonly label: string;
  readonly value: string;
  readonly problems: readonly DraftProblem[];
  readonly rows: number;
  readonly put: (value: string) => void;
}

/** A text with numbered lines; what is wrong is said below, and leads to its line. */
export function YamlField({ label, value, problems, rows, put }: YamlFieldProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const gutter = useRef<HTMLPreElement>(null);
  const wrong = new Set(problems.map(({ line }) => line));
  const lines = value.split('\n');
  const followScroll = (): void => {
    if (gutter.current && field.current) gutter.current.scrollTop = field.current.scrollTop;
  };
  return (
    <div>
      <div className="rules-editor">
        <pre
          className="rules-lines"
          ref={gutter}
          aria-hidden="true"
          style={{ height: rows * 20 + 12 }}
        >
          {lines.map((_, at) => (
            <span key={at} className={wrong.has(at + 1) ? 'wrong' : ''}>
              {wrong.has(at + 1) ? '✕ ' : ''}
              {at + 1}
            </span>
          ))}
        </pre>
        <textarea
          ref={field}
          aria-label={label}
          aria-invalid={problems.length > 0}
          value={value}
          style={{ height: rows * 20 + 12 }}
          spellCheck={false}
          wrap="off"
          onScroll={followScroll}
          onChange={({ target }) => put(target.value)}
        />
      </div>
      <Problems problems={problems} go={(line) => toLine(field.current, lines, line)} />
    </div>
  );
}

interface ProblemsProps {
  readonly problems: readonly DraftProblem[];
  readonly go?: (line: number) => void;
}

/** What is wrong, one a line; a line that is known can be gone to. */
export function Problems({ problems, go }: ProblemsProps) {
  if (problems.length === 0) return null;
  return (
    <ul className="rules-problems" role="alert">
      {problems.map(({ line, says }, at) => (
        <li key={at}>
          {line !== null && go ? (
            <button type="button" onClick={() => go(line)}>
              第 {line} 行：{says}
            </button>
          ) : (
            <>✕ {says}</>
          )}
        </li>
      ))}
    </ul>
  );
}

function toLine(field: HTMLTextAreaElement | null, lines: readonly string[], line: number): void {
  if (!field) return;
  const start = lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0);
  field.focus();
  field.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0));
}
