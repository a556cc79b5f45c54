import { timingSafeEqual } from 'node:crypto';
import {
  chinaDay,
  Conflict,
  Throttle,
  Throttled,
  Unauthenticated,
  hours,
  type Clock,
} from '@risk/kit';
import { accountDraft } from '../accounts/account-draft.js';
import type { AccountStore } from '../accounts/ports.js';
import { enterNew } from './enter-new.js';
import { digestOf, type OpenedSession, type OpenSessions } from './open-sessions.js';
import { hashPassword, madePassword, refuseWeak } from './passwords.js';
import type { SignInHands } from './sign-in.js';

const TRIES = 10;
const LASTS = hours(24);
const THERE = '已经有系统管理员，请用账号登录';

/** What the first administrator says of himself. */
export interface FirstAdministratorWish {
  readonly code: string;
  readonly login: string;
  readonly name: string;
  readonly password: string;
  readonly from: string | null;
}

/**
 * Lets whoever can read the server's console become the first system administrator, once. The code lives in
 * the memory of the process that printed it.
 */
export class FirstAdministrator {
  private readonly throttle: Throttle;
  private readonly code = madePassword();
  private readonly until: Date;

  constructor(
    private readonly accounts: AccountStore,
    private readonly opening: OpenSessions,
    private readonly office: string,
    private readonly hands: SignInHands,
  ) {
    this.throttle = new Throttle(hands.clock, TRIES, LASTS);
    this.until = new Date(hands.clock.now().getTime() + LASTS);
  }

  /** The code to print; null when there is an administrator already. */
  async wanted(): Promise<string | null> {
    return (await this.isMissing()) ? this.code : null;
  }

  async isMissing(): Promise<boolean> {
    return (await this.accounts.holders('system-admin', chinaDay(this.hands.clock.now()))) === 0;
  }

  async run({ code, from, password, ...wish }: FirstAdministratorWish): Promise<OpenedSession> {
    const { work, clock, policy } = this.hands;
    if (!(await this.isMissing())) throw new Conflict(THERE);
    this.refuseWrong(code, clock);
    const draft = accountDraft({
      ...wish,
      ...{ unit: this.office, roles: ['system-admin'], regions: null, validUntil: null },
      ...{ madeBy: '首次启动', madeAt: clock.now() },
    });
    refuseWeak(password, policy.password, draft);
    const passwordHash = await hashPassword(password);
    return work.run(async (tx) => {
      // Asked again where nobody else can ask: of two at once one is the first.
      if ((await this.accounts.countHolders(tx, 'system-admin', chinaDay(clock.now()))) > 0)
        throw new Conflict(THERE);
      const { accounts, opening } = this;
      return enterNew(
        tx,
        { accounts, opening },
        { ...draft, passwordHash, approvedBy: '首次启动' },
        from,
      );
    });
  }

  private refuseWrong(code: string, clock: Clock): void {
    if (this.throttle.isFull('code')) throw new Throttled('验证码试错次数过多，请重新启动平台');
    const isRight = timingSafeEqual(digestOf(code.trim()), digestOf(this.code));
    if (isRight && clock.now() < this.until) return;
    this.throttle.note('code');
    throw new Unauthenticated('一次性验证码不正确或者已过期（24 小时），重新启动平台会另发一个');
  }
}
