import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { addressIn, changed, type Address } from './address.js';
import { browserAddress, go, type Going } from './browser-address.js';

/** Where somebody is, and how the state of the screen changes: every change is one step of Back. */
export interface UsedAddress extends Address {
  /** Sets or, with null, removes what stands in the query. */
  readonly change: (changes: Readonly<Record<string, string | null>>, going?: Going) => void;
}

/** Follows the address. */
export function useAddress(): UsedAddress {
  const whole = useSyncExternalStore(browserAddress.follow, browserAddress.read);
  const address = useMemo(() => {
    const at = whole.indexOf('?');
    return at < 0 ? addressIn(whole, '') : addressIn(whole.slice(0, at), whole.slice(at));
  }, [whole]);
  const change = useCallback(
    (changes: Readonly<Record<string, string | null>>, going: Going = {}) => {
      const query = changed(address.query, changes).toString();
      go(query === '' ? address.path : `${address.path}?${query}`, going);
    },
    [address],
  );
  return { ...address, change };
}
