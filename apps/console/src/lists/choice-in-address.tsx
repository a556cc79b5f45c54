import { useAddress } from '../address/use-address.js';
import { Choice, type Option } from './choice.js';

interface ChoiceInAddressProps {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly name: string;
  readonly options: readonly Option[];
}

/** A filter of a list, kept in the address. */
export function ChoiceInAddress({ name, options, ...shown }: ChoiceInAddressProps) {
  const { query, change } = useAddress();
  const given = query.get(name) ?? '';
  const value = options.some(([code]) => code === given) ? given : '';
  return (
    <Choice
      {...{ ...shown, value, options }}
      choose={(next) => change({ [name]: next, after: null })}
    />
  );
}
