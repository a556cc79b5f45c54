import type { Duty, WholeAlert } from '../api/alert.js';
import { useServerTime } from '../shell/server-time.js';
import { chinaTime } from '../shown/china-time.js';
import { Mark } from '../shown/mark.js';
import { DueIn } from '../shown/when.js';
import { dutyState, isStanding } from './deadline-of.js';
import { Section } from './section.js';
import { DUTIES, LOCAL_DEFAULT, ROLES, wordOf } from './words.js';

/** Who owes what until when, what stands first; and what became of the rest. */
export function DutiesSection({ whole }: { readonly whole: WholeAlert }) {
  const now = useServerTime();
  const nameOf = (code: string): string =>
    whole.units.find((one) => one.code === code)?.name ?? code;
  const standing = whole.duties.filter(isStanding);
  const over = whole.duties.filter((duty) => !isStanding(duty));
  return (
    <Section id="duties" title="职责与时限" aside={LOCAL_DEFAULT}>
      {whole.duties.length === 0 && <p className="soft">没有应办事项。</p>}
      <ul className="alert-duties">
        {standing.map((duty) => (
          <li key={duty.id}>
            <b>{nameOf(duty.unit)}</b> {wordOf(ROLES, duty.role)}
            {wordOf(DUTIES, duty.kind)}
            {duty.subject !== '' && `：${duty.subject}`}
            <div>
              {duty.pausedAt === null ? (
                <DueIn at={duty.dueAt} />
              ) : (
                <Mark standing="off">暂停计时</Mark>
              )}
              <span className="soft">
                {'　'}
                {chinaTime(duty.dueAt)} 到期
                {duty.firstDueAt !== duty.dueAt && `（原 ${chinaTime(duty.firstDueAt)}）`}
              </span>
            </div>
          </li>
        ))}
      </ul>
      {over.length > 0 && (
        <details>
          <summary>已了结 {over.length} 项</summary>
          <ul className="alert-duties">
            {over.map((duty) => (
              <OverLine key={duty.id} duty={duty} name={nameOf(duty.unit)} now={now} />
            ))}
          </ul>
        </details>
      )}
    </Section>
  );
}

interface OverLineProps {
  readonly duty: Duty;
  readonly name: string;
  readonly now: string;
}

function OverLine({ duty, name, now }: OverLineProps) {
  const { tone, word } = dutyState(duty, now);
  return (
    <li>
      <b>{name}</b> {wordOf(ROLES, duty.role)}
      {wordOf(DUTIES, duty.kind)}　<Mark standing={tone}>{word}</Mark>
      <div className="soft">
        {duty.doneAt === null ? duty.voidBecause : `${chinaTime(duty.doneAt)} ${duty.doneBy ?? ''}`}
      </div>
    </li>
  );
}
