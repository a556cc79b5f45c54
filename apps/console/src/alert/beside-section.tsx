import { useState } from 'react';
import { Button } from 'antd';
import type { Beside, WholeAlert } from '../api/alert.js';
import { tell } from '../api/ask.js';
import { Link } from '../address/link.js';
import { Mark } from '../shown/mark.js';
import { ProblemNote } from '../shown/problem-note.js';
import { useDeed, type Deed } from '../shown/use-deed.js';
import { TierMark } from '../shown/tier-mark.js';
import { Section } from './section.js';
import { sharesWords } from './shares-words.js';
import { STAGES, wordOf } from './words.js';

interface BesideSectionProps {
  readonly whole: WholeAlert;
  readonly again: () => Promise<void>;
  readonly done: (said: string) => void;
}

/** What may belong to it, and why: merged by one click, and taken out again by another. */
export function BesideSection({ whole, again, done }: BesideSectionProps) {
  const { beside, alert, may } = whole;
  const deed = useDeed();
  const [last, setLast] = useState<Beside | null>(null);
  const act = async (path: string, body: object, said: string): Promise<void> => {
    const isDone = await deed.run(async () => {
      await tell(path, { unit: may.unit, ...body });
    });
    // What was done reads the alert anew by itself; what was refused stands on something older.
    if (isDone) done(said);
    else await again();
  };
  const merge = async (one: Beside): Promise<void> => {
    const because = `并案：${sharesWords(one.shares)}`.slice(0, 1000);
    setLast(one);
    await act(
      `alerts/${one.id}/merge`,
      { into: alert.id, because, seen: one.lastStep },
      `${one.entityName}已并入本件，可以撤销`,
    );
  };
  const unmerge = (one: Beside): Promise<void> =>
    act(
      `alerts/${one.id}/unmerge`,
      { because: '撤销并案：分开办理', seen: one.lastStep },
      `${one.entityName}已分出，各归各`,
    );
  return (
    <Section id="beside" title="相近的预警" aside={beside.length === 0 ? '没有' : undefined}>
      {deed.problem && (
        <ProblemNote
          problem={deed.problem}
          {...(deed.problem.status === 409 && last
            ? { again: () => retry(beside, last, merge) }
            : {})}
        />
      )}
      <OutOfMerger {...{ whole, deed }} act={act} />
      <ul className="alert-beside">
        {beside.map((one) => (
          <BesideLine key={one.id} {...{ one, whole, deed, merge, unmerge }} />
        ))}
      </ul>
    </Section>
  );
}

/** Once more, by what is on the screen now. */
async function retry(
  beside: readonly Beside[],
  { id }: Beside,
  merge: (one: Beside) => Promise<void>,
): Promise<void> {
  const fresh = beside.find((one) => one.id === id);
  if (fresh) await merge(fresh);
}

interface OutOfMergerProps {
  readonly whole: WholeAlert;
  readonly deed: Deed;
  readonly act: (path: string, body: object, said: string) => Promise<void>;
}

/** The way out for an alert that was itself merged into another. */
function OutOfMerger({ whole: { life, alert, may }, deed, act }: OutOfMergerProps) {
  if (life.mergedInto === null || !may.deeds.includes('unmerge')) return null;
  const out = (): Promise<void> =>
    act(
      `alerts/${alert.id}/unmerge`,
      { because: '撤销并案：分开办理', seen: may.seen },
      `${alert.entityName}已分出，各归各`,
    );
  return (
    <Button disabled={deed.isRunning} onClick={() => void out()}>
      从预警 {life.mergedInto} 分出
    </Button>
  );
}

interface BesideLineProps {
  readonly one: Beside;
  readonly whole: WholeAlert;
  readonly deed: Deed;
  readonly merge: (one: Beside) => Promise<void>;
  readonly unmerge: (one: Beside) => Promise<void>;
}

function BesideLine({ one, whole, deed, merge, unmerge }: BesideLineProps) {
  const { alert, may } = whole;
  const isMember = one.shares.some(({ kind }) => kind === 'member');
  const mayMerge = may.deeds.includes('merge') && one.status === 'open' && alert.status === 'open';
  return (
    <li>
      <p>
        <TierMark tier={one.tier} /> <Link to={`alerts/${one.id}`}>{one.entityName}</Link>
        <span className="soft"> {one.score.toFixed(1)}</span>
      </p>
      <p className="soft">{sharesWords(one.shares)}</p>
      <p>
        <Mark standing={one.status === 'open' ? 'plain' : 'off'}>
          {isMember
            ? '已并入本件'
            : one.status === 'merged'
              ? '已并入另一件'
              : wordOf(STAGES, one.stage)}
        </Mark>
        {mayMerge && (
          <Button size="small" disabled={deed.isRunning} onClick={() => void merge(one)}>
            并入本件
          </Button>
        )}
        {isMember && may.deeds.includes('unmerge') && (
          <Button size="small" disabled={deed.isRunning} onClick={() => void unmerge(one)}>
            撤销并案
          </Button>
        )}
      </p>
    </li>
  );
}
