import { useAddress } from '../address/use-address.js';
import { Choice } from './choice.js';

interface ChoiceInAddressProps {
  readonly label: string;
  readonly name: string;
  readonly options: readonly (readonly [value: string, words: string])[];
}

/** A filter of a list, kept in the address. */
export function ChoiceInAddress({ label, name, options }: ChoiceInAddressProps) {
  const { query, change } = useAddress();
  const given = query.get(name) ?? '';
  const value = options.some(([code]) => code === given) ? given : '';
  return (
    <Choice
      {...{ label, value, options }}
      choose={(next) => change({ [name]: next, after: null })}
    />
  );
}
