import type { FocusEvent, KeyboardEvent } from 'react';
import { useAddress } from '../address/use-address.js';
import type { Named } from '../api/session.js';
import { toggled, wordsIn } from './queue-source.js';

interface PickSeveralProps {
  readonly label: string;
  /** Under which it stands in the address. */
  readonly name: string;
  readonly choices: readonly Named[];
}

/** Several of some choices, kept in the address; it says how many, or which one. */
export function PickSeveral({ label, name, choices }: PickSeveralProps) {
  const { query, change } = useAddress();
  const picked = wordsIn(query, name);
  const pick = (code: string): void => change({ [name]: toggled(picked, code), after: null });
  return (
    <details className="queue-pick" onBlur={closeWhenLeft} onKeyDown={closeOnEscape}>
      <summary className={picked.length > 0 ? 'queue-set' : ''}>
        {label}：{pickedWords(picked, choices)}
      </summary>
      <fieldset>
        <legend className="queue-unseen">{label}</legend>
        {choices.map(({ code, name: title }) => (
          <label key={code}>
            <input type="checkbox" checked={picked.includes(code)} onChange={() => pick(code)} />
            {title}
          </label>
        ))}
        {picked.length > 0 && (
          <button type="button" onClick={() => change({ [name]: null, after: null })}>
            不限{label}
          </button>
        )}
      </fieldset>
    </details>
  );
}

function pickedWords(picked: readonly string[], choices: readonly Named[]): string {
  if (picked.length === 0) return '不限';
  if (picked.length > 1) return `${String(picked.length)} 项`;
  return choices.find(({ code }) => code === picked[0])?.name ?? '1 项';
}

/** A click on a word within gives the focus to nothing: that is no way out. */
function closeWhenLeft({ currentTarget, relatedTarget }: FocusEvent<HTMLDetailsElement>): void {
  if (relatedTarget && !currentTarget.contains(relatedTarget)) currentTarget.open = false;
}

function closeOnEscape(event: KeyboardEvent<HTMLDetailsElement>): void {
  if (event.key !== 'Escape' || !event.currentTarget.open) return;
  event.stopPropagation();
  event.currentTarget.open = false;
  event.currentTarget.querySelector('summary')?.focus();
}
