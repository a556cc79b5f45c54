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
              <StandingLine key={duty.id} duty={duty} here={whole.alert.id} />
            ))}
          </li>
        ))}
      </ul>
      {over.length > 0 && (
        <details>
          <summary>已了结 {over.length} 项</summary>
          <ul className="alert-duties">
            {over.map((duty) => (
              <OverLine
                key={duty.id}
                duty={duty}
                here={whole.alert.id}
                name={nameOf(duty.unit)}
                now={now}
              />
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

interface LineProps {
  readonly duty: Duty;
  /** The alert on the screen. */
  readonly here: string;
}

/** What is owed because of an alert that was merged into this one says so. */
const causeOf = ({ duty: { alertId }, here }: LineProps): string =>
  alertId === null || alertId === here ? '' : `（因并入的预警 ${alertId}）`;

function StandingLine({ duty, here }: LineProps) {
  const { kind, subject, pausedAt, dueAt, firstDueAt } = duty;
  const moved = firstDueAt === dueAt ? undefined : `原为 ${chinaTime(firstDueAt)}`;
  return (
    <div title={moved}>
      {wordOf(DUTY_WORDS, kind)}
      {subject !== '' && `：${subject}`}
      {causeOf({ duty, here })}{' '}
      {pausedAt === null ? <DueIn at={dueAt} /> : <Mark standing="off">暂停计时</Mark>}
      <span className="soft">
        （{chinaTime(dueAt)}
        {moved !== undefined && '，已调整'}）
      </span>
    </div>
  );
}

interface OverLineProps extends LineProps {
  readonly name: string;
  readonly now: string;
}

function OverLine({ duty, here, name, now }: OverLineProps) {
  const { tone, word } = dutyState(duty, now);
  return (
    <li>
      <b>{name}</b> {wordOf(ROLE_WORDS, duty.role)}
      {wordOf(DUTY_WORDS, duty.kind)}
      {causeOf({ duty, here })}　<Mark standing={tone}>{word}</Mark>
      <div className="soft">
        {duty.doneAt === null ? duty.voidBecause : `${chinaTime(duty.doneAt)} ${duty.doneBy ?? ''}`}
      </div>
    </li>
  );
}
