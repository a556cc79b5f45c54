import type { Duty, WholeAlert } from '../api/alert.js';
import { useServerTime } from '../shell/server-time.js';
import { chinaTime } from '../shown/china-time.js';
import { Mark } from '../shown/mark.js';
import { DueIn } from '../shown/when.js';
import { dutyState, isStanding } from './deadline-of.js';
import { Section } from './section.js';
import { DUTY_WORDS, LOCAL_DEFAULT, ROLE_WORDS, wordOf } from '../shown/words.js';

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
        {Array.from(byUnit(standing), ([unit, duties]) => (
          <li key={unit}>
            <b>{nameOf(unit)}</b> {wordOf(ROLE_WORDS, duties[0]?.role ?? '')}
            {duties.map((duty) => (
              <StandingLine key={duty.id} duty={duty} />
            ))}
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

function byUnit(duties: readonly Duty[]): Map<string, readonly Duty[]> {
  const heaps = new Map<string, readonly Duty[]>();
  for (const duty of duties) heaps.set(duty.unit, [...(heaps.get(duty.unit) ?? []), duty]);
  return heaps;
}

function StandingLine({ duty }: { readonly duty: Duty }) {
  const { kind, subject, pausedAt, dueAt, firstDueAt } = duty;
  const moved = firstDueAt === dueAt ? undefined : `原为 ${chinaTime(firstDueAt)}`;
  return (
    <div title={moved}>
      {wordOf(DUTY_WORDS, kind)}
      {subject !== '' && `：${subject}`}{' '}
      {pausedAt === null ? <DueIn at={dueAt} /> : <Mark standing="off">暂停计时</Mark>}
      <span className="soft">
        （{chinaTime(dueAt)}
        {moved !== undefined && '，已调整'}）
      </span>
    </div>
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
      <b>{name}</b> {wordOf(ROLE_WORDS, duty.role)}
      {wordOf(DUTY_WORDS, duty.kind)}　<Mark standing={tone}>{word}</Mark>
      <div className="soft">
        {duty.doneAt === null ? duty.voidBecause : `${chinaTime(duty.doneAt)} ${duty.doneBy ?? ''}`}
      </div>
    </li>
  );
}
