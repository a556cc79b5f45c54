import type { Description } from '../api/rules.js';

const LONG = 160;

/** What a rule asks for, in sentences; deeper ones further in. */
export function Described({ asks }: { readonly asks: Description }) {
  if (asks.joins === 'question') return <Sentence says={asks.says} />;
  return (
    <div className={`rules-group rules-${asks.joins}`}>
      <p>{asks.says}：</p>
      <ul>
        {asks.parts.map((part, at) => (
          <li key={at}>
            <Described asks={part} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A question; what lists dozens of words is folded until somebody wants it. */
function Sentence({ says }: { readonly says: string }) {
  if (says.length <= LONG) return <span>{says}</span>;
  return (
    <details>
      <summary>{says.slice(0, LONG - 20)}……</summary>
      <span>{says}</span>
    </details>
  );
}
