import { useAddress } from '../address/use-address.js';

interface DayInAddressProps {
  readonly label: string;
  readonly name: string;
  /** The day that is meant where the address names none. */
  readonly usual?: string;
  readonly min?: string;
  readonly max?: string;
}

/** A day by which a list is filtered, kept in the address. */
export function DayInAddress({ label, name, usual = '', min, max }: DayInAddressProps) {
  const { query, change } = useAddress();
  return (
    <label className="choice">
      {label}
      <input
        type="date"
        className="field"
        {...{ min, max }}
        value={query.get(name) ?? usual}
        onChange={({ target }) => change({ [name]: target.value, after: null })}
      />
    </label>
  );
}
