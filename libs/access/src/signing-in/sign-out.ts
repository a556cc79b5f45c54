import type { SessionStore } from './ports.js';
import type { Session } from './session.js';
import type { SignInHands } from './sign-in.js';

/** Ends a login on its owner's word. */
export class SignOut {
  constructor(
    private readonly sessions: SessionStore,
    private readonly hands: SignInHands,
  ) {}

  async run({ id }: Session): Promise<void> {
    const { work, clock } = this.hands;
    await work.run((tx) => this.sessions.end(tx, id, 'signed-out', clock.now()));
  }
}
