import { browserTime } from './clock.js';

/** Shared by all windows of this login: somebody at work in one of them keeps all awake. */
const KEY = 'risk.life';

let ownLife = browserTime();

/** Notes that somebody did something of which the server heard. */
export function noteLife(): void {
  ownLife = browserTime();
  try {
    window.localStorage.setItem(KEY, String(ownLife));
  } catch {
    // A browser that keeps nothing: then each window counts for itself.
  }
}

/** When somebody last did something, in whichever window. */
export function lastLife(): number {
  try {
    const elsewhere = Number(window.localStorage.getItem(KEY));
    // A clock that was set back must not keep a login awake here that the server has long ended.
    return elsewhere > browserTime() ? ownLife : Math.max(ownLife, elsewhere);
  } catch {
    return ownLife;
  }
}
