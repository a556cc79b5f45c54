import type { Target } from '@risk/domain';
import { spelling, type Cast } from './cast.js';
import type { Random } from './random.js';

/** Names the other side as feeds do: by code, by name, by phone or site, well or badly. */
export function targetOf(cast: Cast, random: Random): Target {
  const name = spelling(cast, random);
  const forms: readonly (() => Target)[] = [
    () => ({ name }),
    () => ({ name }),
    () => ({ name, phone: cast.phone }),
    () => ({ name: cast.firm?.name ?? name, ...(cast.firm ? { uscc: cast.firm.uscc } : {}) }),
    () => ({ name, website: cast.site }),
    () => ({ phone: cast.phone, website: cast.site }),
    () => ({ name, app: cast.app }),
  ];
  return random.pick(forms)();
}
