import { useState } from 'react';
import { Button } from 'antd';
import type { UpcomingIssue } from '../api/bulletins.js';
import { useAsked } from '../api/use-asked.js';
import { When } from '../shown/when.js';
import { KIND_WORDS } from './bulletin-words.js';

const FIRST = 4;

/** What comes out next in each series. */
export function UpcomingIssues() {
  const { data, problem } = useAsked<readonly UpcomingIssue[]>('bulletins/upcoming');
  const [isWhole, setWhole] = useState(false);
  // Who sees a part of the city is not told what all of it gets.
  if (problem || !data || data.length === 0) return null;
  const shown = isWhole ? data : data.slice(0, FIRST);
  return (
    <section className="desk-card">
      <header>
        <h2>下一期</h2>
        {data.length > FIRST && (
          <Button size="small" type="link" onClick={() => setWhole(!isWhole)}>
            {isWhole ? '只看前几种' : `全部 ${String(data.length)} 种`}
          </Button>
        )}
      </header>
      <ul className="bulletin-next">
        {shown.map(({ kind, scope, scopeName, title, at, release }) => (
          <li key={`${kind} ${scope}`}>
            {KIND_WORDS[kind]}（{scopeName}）{title}
            <span className="desk-sub">
              <When at={at} /> 编制，{release === 'signed' ? '审核、签发后发出' : '完整的直接发出'}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
