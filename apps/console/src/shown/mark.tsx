import type { ReactNode } from 'react';

/** How something stands; each has a sign of its own, so that colour is never the only one. */
export type Standing = 'good' | 'waiting' | 'bad' | 'off' | 'plain';

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
