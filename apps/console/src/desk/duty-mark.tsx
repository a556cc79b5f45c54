import type { DutyLine } from '../api/inbox.js';
import { useServerTime } from '../shell/server-time.js';
import { Mark } from '../shown/mark.js';
import { dutyStateAt } from './duty-state.js';

/** How a duty stands: done, late, or how much time is left. */
export function DutyMark({ duty }: { readonly duty: DutyLine }) {
  const { word, standing, detail } = dutyStateAt(duty, useServerTime());
  return (
    <>
      <Mark standing={standing}>{word}</Mark>
      {detail !== null && <span className="desk-sub">{detail}</span>}
    </>
  );
}
