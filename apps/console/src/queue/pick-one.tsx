import { useAddress } from '../address/use-address.js';
import type { Named } from '../api/session.js';

interface PickOneProps {
  readonly label: string;
  /** Under which it stands in the address. */
  readonly name: string;
  readonly choices: readonly Named[];
  /** What the address leaves out; without one, that it does not matter can be chosen. */
  readonly usual?: string;
  /** What else of the address goes with it. */
  readonly clears?: readonly string[];
}

/** One of some choices, kept in the address. */
export function PickOne({ label, name, choices, usual, clears = [] }: PickOneProps) {
  const { query, change } = useAddress();
  const picked = query.get(name) ?? usual ?? '';
  const pick = (code: string): void =>
    change({
      [name]: code === (usual ?? '') ? null : code,
      ...Object.fromEntries(clears.map((one) => [one, null])),
      after: null,
    });
  return (
    <label className="queue-one">
      <span>{label}</span>
      <select
        value={picked}
        className={query.has(name) ? 'queue-set' : ''}
        onChange={({ target }) => pick(target.value)}
      >
        {usual === undefined && <option value="">不限</option>}
        {choices.map(({ code, name: title }) => (
          <option key={code} value={code}>
            {title}
          </option>
        ))}
      </select>
    </label>
  );
}
