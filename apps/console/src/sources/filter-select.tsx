import { useAddress } from '../address/use-address.js';

interface FilterSelectProps {
  readonly name: string;
  readonly label: string;
  readonly options: readonly (readonly [value: string, title: string])[];
  /** What the first line says, which asks for everything. */
  readonly all?: string;
}

/** A filter of a list that stands in the address. */
export function FilterSelect({ name, label, options, all = '全部' }: FilterSelectProps) {
  const { query, change } = useAddress();
  return (
    <label>
      {label}{' '}
      <select
        value={query.get(name) ?? ''}
        onChange={({ target }) => change({ [name]: target.value, after: null })}
      >
        <option value="">{all}</option>
        {options.map(([value, title]) => (
          <option key={value} value={value}>
            {title}
          </option>
        ))}
      </select>
    </label>
  );
}
