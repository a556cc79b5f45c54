import type { Difference } from '../api/editions.js';
import { PartDifference } from './part-difference.js';

const KINDS = { added: '＋ 新增规则', removed: '－ 去掉规则', changed: '± 修改规则' } as const;

/** What one edition says otherwise than another, rule by rule and word by word. */
export function DifferenceView({ difference }: { readonly difference: Difference }) {
  const { rules, words, isScoringOther } = difference;
  if (rules.length === 0 && words.length === 0 && !isScoringOther)
    return <p className="soft">与现行版本没有不同。</p>;
  return (
    <>
      {rules.map(({ id, title, kind, parts }) => (
        <details key={id} open={rules.length <= 8}>
          <summary>
            <b>{KINDS[kind]}</b> {title} <code>{id}</code>
            <span className="soft">
              {'　'}
              {kind === 'changed' && parts.map((p) => p.title).join('、')}
            </span>
          </summary>
          {kind !== 'removed' &&
            parts.map((part) => <PartDifference key={part.name} part={part} />)}
        </details>
      ))}
      {words.map(({ list, title, added, removed }) => (
        <p key={list}>
          <b>词库</b> {title} <code>{list}</code>
          {added.length > 0 && (
            <span className="rules-short-diff">
              {'　'}＋ <ins>{added.join('、')}</ins>
            </span>
          )}
          {removed.length > 0 && (
            <span className="rules-short-diff">
              {'　'}－ <del>{removed.join('、')}</del>
            </span>
          )}
        </p>
      ))}
      {isScoringOther && <p>评分参数也不同。</p>}
    </>
  );
}
