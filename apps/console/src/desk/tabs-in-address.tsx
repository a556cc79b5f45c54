import { Segmented } from 'antd';
import { useAddress } from '../address/use-address.js';

interface TabsInAddressProps {
  readonly label: string;
  readonly tabs: readonly (readonly [value: string, words: string])[];
  readonly current: string;
  /** What of the address stays when another tab is opened. */
  readonly keeps?: readonly string[];
}

/** The parts of a screen; each begins with its own filters. */
export function TabsInAddress({ label, tabs, current, keeps = [] }: TabsInAddressProps) {
  const { query, change } = useAddress();
  const open = (tab: string): void => {
    const rest = [...query.keys()].filter((name) => !keeps.includes(name));
    const cleared = Object.fromEntries(rest.map((name) => [name, null]));
    change({ ...cleared, tab: tab === tabs[0]?.[0] ? null : tab });
  };
  return (
    <Segmented
      aria-label={label}
      value={current}
      options={tabs.map(([value, words]) => ({ value, label: words }))}
      onChange={open}
    />
  );
}
