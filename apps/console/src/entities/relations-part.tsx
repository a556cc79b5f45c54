import { useCallback, useMemo } from 'react';
import { useAddress } from '../address/use-address.js';
import { Chart } from '../charts/chart.js';
import type { Picked } from '../charts/chart-option.js';
import { ProblemNote } from '../shown/problem-note.js';
import { Waiting } from '../shown/waiting.js';
import { RelationsTable } from './relations-table.js';
import { useWeb } from './use-web.js';
import { webChart } from './web-chart.js';
import type { Web } from './web.js';

/** So many can be unfolded at once; more would only confuse. */
const MOST_UNFOLDED = 12;

/** Who is tied to an entity in two steps, as a picture and as a table that says the same. */
export function RelationsPart({ id }: { readonly id: string }) {
  const { query, change } = useAddress();
  const unfolded = useMemo(() => idsIn(query.get('open'), id), [query, id]);
  const { web, problem, again } = useWeb(id, unfolded);
  const unfold = useCallback(
    (other: string): void => {
      if (other === id || unfolded.includes(other) || unfolded.length >= MOST_UNFOLDED) return;
      change({ open: [...unfolded, other].join(',') });
    },
    [id, unfolded, change],
  );
  return (
    <>
      {problem && <ProblemNote problem={problem} again={again} />}
      {!web && !problem && <Waiting />}
      {web && <Shown web={web} unfolded={unfolded} unfold={unfold} />}
    </>
  );
}

function idsIn(text: string | null, centre: string): string[] {
  const ids = (text ?? '').split(',').filter((id) => /^\d{1,14}$/.test(id) && id !== centre);
  return [...new Set(ids)].slice(0, MOST_UNFOLDED);
}

interface ShownProps {
  readonly web: Web;
  readonly unfolded: readonly string[];
  readonly unfold: (id: string) => void;
}

function Shown({ web, unfolded, unfold }: ShownProps) {
  const option = useMemo(() => webChart(web), [web]);
  const pick = useCallback(
    ({ index, sort }: Picked): void => {
      const picked = sort === 'node' ? web.neighbours[index] : undefined;
      if (picked) unfold(picked.id);
    },
    [web, unfold],
  );
  const others = web.neighbours.length - 1;
  return (
    <section className="entity-box">
      <h2>
        关联（{others} 个主体，{web.bonds.length} 条联系）
      </h2>
      <p className="soft">
        联系来自登记的法定代表人、股东、地址、总公司，以及电话、网址；超过三十家共用的不算。点一个主体展开它的联系，表格里的“展开”作用相同。
      </p>
      <Left web={web} />
      {others === 0 ? (
        <p>没有发现关联主体。</p>
      ) : (
        <>
          <Chart
            option={option}
            height={440}
            onPick={pick}
            description={`关联图：${String(others)} 个主体、${String(web.bonds.length)} 条联系；内容与下表相同`}
          />
          <RelationsTable web={web} unfolded={unfolded} unfold={unfold} />
        </>
      )}
    </section>
  );
}

function Left({ web: { leftOut, outOfSight } }: { readonly web: Web }) {
  if (leftOut + outOfSight === 0) return null;
  return (
    <p className="entity-note">
      {leftOut > 0 && `另有 ${String(leftOut)} 个没有画出（一次最多 60 个）。`}
      {outOfSight > 0 && `另有 ${String(outOfSight)} 个不在可见范围内。`}
    </p>
  );
}
