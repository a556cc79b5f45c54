import { chinaTime, Conflict, Invalid } from '@risk/kit';

/** Who answers for a decision, and why. */
export interface Signature {
  readonly by: string;
  readonly because: string;
}

const LONGEST_NAME = 50;
const LONGEST_REASON = 1000;

/** A name and a reason without blanks around them; both are required. */
export function signed({ by, because }: Signature): Signature {
  return {
    by: written('by', by, '请写明由谁决定', LONGEST_NAME),
    because: written('because', because, '请写明理由', LONGEST_REASON),
  };
}

function written(field: string, text: string, missing: string, longest: number): string {
  const plain = text.trim();
  if (plain === '') throw new Invalid(`${field}：${missing}`);
  if (plain.length > longest) throw new Invalid(`${field}：超过 ${longest} 个字`);
  return plain;
}

/** What was decided before, as it has to be told to somebody who did not see it. */
interface Earlier extends Signature {
  readonly id: string;
  readonly at: Date;
}

/** Refuses whoever decides without having seen the latest decision, and tells what came in between. */
export function refuseStale<T extends Earlier>(
  before: readonly T[],
  seen: string | null,
  wordsOf: (one: T) => string,
): void {
  const at = seen === null ? -1 : before.findIndex(({ id }) => id === seen);
  if (seen !== null && at < 0) throw new Invalid(`seen：没有编号为 ${seen} 的决定`);
  const unseen = before.slice(at + 1);
  const latest = unseen.at(-1);
  if (!latest) return;
  const told = unseen.map((d) => `${d.by} ${chinaTime(d.at)} ${wordsOf(d)}（${d.because}）`);
  throw new Conflict(
    `您没有看到最近的决定：${told.join('；')}。核对后请以 seen=${latest.id} 再次提交`,
    { latest: latest.id },
  );
}
