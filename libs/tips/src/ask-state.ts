import { networkOf, Throttle, Throttled, type Clock } from '@risk/kit';
import type { TipPolicy } from './policy.js';
import type { TipStore } from './ports.js';
import { tipStateOf, type TipState } from './state/tip-state.js';
import { digestOfCode } from './tip-code.js';

/** Tells whoever has the code how far a report has come; guessing is counted, and told nothing. */
export class AskState {
  private readonly wrong: Throttle;

  constructor(
    private readonly store: Pick<TipStore, 'fateOf'>,
    clock: Clock,
    { wrongCodes }: Pick<TipPolicy, 'wrongCodes'>,
  ) {
    this.wrong = new Throttle(clock, wrongCodes.most, wrongCodes.within);
  }

  /** Null of what is no code, and of a code that nobody has: the same question is asked of the store for both. */
  async run(typed: string, from: string | null): Promise<TipState | null> {
    const network = networkOf(from ?? '');
    if (!this.wrong.admit(network)) throw new Throttled('这个地址查询失败次数过多，请过一会儿再试');
    const fate = await this.store.fateOf(digestOfCode(typed));
    if (fate) this.wrong.forgive(network);
    return fate && tipStateOf(fate);
  }
}
