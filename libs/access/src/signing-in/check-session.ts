import { chinaDay, minutes } from '@risk/kit';
import { isWall } from '../rights/roles.js';
import { digestOf } from './open-sessions.js';
import type { OpenSession, SessionStore } from './ports.js';
import { endOf, stageOf, type SessionStage } from './session.js';
import type { SignInHands } from './sign-in.js';

/** How often it is noted that somebody is still there. */
const NOTED_EVERY = minutes(1);

/**
 * Finds whose session a token is, and what it still owes: asked at every request, so that a change of rights
 * counts at once.
 */
export class CheckSession {
  constructor(
    private readonly sessions: SessionStore,
    private readonly hands: SignInHands,
  ) {}

  /**
   * `isLife` tells a person's deed from a screen that refreshes itself: only the former keeps a session awake,
   * except before a wall, where nobody sits.
   */
  async run(token: string, isLife: boolean): Promise<OpenSession | null> {
    const open = await this.sessions.byToken(digestOf(token));
    if (!open) return null;
    const { session, account } = open;
    const { work, clock, policy } = this.hands;
    const now = clock.now();
    const end = endOf(session, policy, now);
    if (end) await work.run((tx) => this.sessions.end(tx, session.id, end, now));
    const isOver = account.validUntil !== null && chinaDay(now) > account.validUntil;
    if (end || account.state !== 'active' || isOver) return null;
    if (
      (isLife || isWall(account.roles)) &&
      now.getTime() - session.seenAt.getTime() >= NOTED_EVERY
    )
      await this.sessions.touch(session.id, now);
    return { account, session: { ...session, stage: this.stageNow(open, now) } };
  }

  /** What is owed now: rights that came meanwhile may need more than was proven for the former ones. */
  private stageNow({ session, account }: OpenSession, now: Date): SessionStage {
    // A factor that came or went ended all other sessions, so this one has proven the present one, if it ever had to.
    const factor = session.stage !== 'second-factor';
    return stageOf(account, this.hands.policy, { factor }, now);
  }
}
