import { FEED_WORDS } from '../shown/words.js';
import type { TokenLine } from '../api/tokens.js';
import type { StateWord } from './account-words.js';

/** How a token stands. */
export function tokenStateOf({ revokedBy, endsAt }: TokenLine, now: string): StateWord {
  if (revokedBy !== null) return { word: `已由${revokedBy}收回`, standing: 'off' };
  return endsAt <= now ? { word: '已到期', standing: 'off' } : { word: '在用', standing: 'good' };
}

export const feedWords = ({ feeds }: Pick<TokenLine, 'feeds'>): string =>
  feeds.map((feed) => FEED_WORDS[feed]).join('、');
