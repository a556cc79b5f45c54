import type { ReactNode } from 'react';
import type { Standing } from './standing.js';

/** Each has a sign of its own, so that colour is never the only one. */
const SIGNS: Readonly<Record<Standing, string>> = {
  ...{ good: '●', waiting: '◔', bad: '▲', off: '○', plain: '' },
};

interface MarkProps {
  readonly standing: Standing;
  readonly children: ReactNode;
}

/** A word about a state, with its sign. */
export function Mark({ standing, children }: MarkProps) {
  const sign = SIGNS[standing];
  return (
    <span className={`mark ${standing}`}>
      {sign === '' ? null : <i aria-hidden="true">{sign}</i>}
      {children}
    </span>
  );
}
