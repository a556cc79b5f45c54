import type { ToldPart } from '../api/rules.js';
import { lineDifference } from './line-difference.js';

const SIGNS = { same: '　', removed: '−', added: '＋' } as const;

/** What a part of a rule was and is: short ones beside one another, long ones line by line. */
export function PartDifference({ part }: { readonly part: ToldPart }) {
  const { title, before, after } = part;
  const isShort = ![before, after].some((text) => (text ?? '').includes('\n'));
  if (isShort)
    return (
      <p className="rules-short-diff">
        {title}：<del>{before ?? '无'}</del> → <ins>{after ?? '无'}</ins>
      </p>
    );
  return (
    <div className="rules-diff">
      <p>{title}</p>
      <pre>
        {lineDifference(before ?? '', after ?? '').map(({ kind, text }, at) => (
          <span key={at} className={`rules-diff-${kind}`}>
            {SIGNS[kind]} {text}
            {'\n'}
          </span>
        ))}
      </pre>
    </div>
  );
}
