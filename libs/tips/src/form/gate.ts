import { hours, minutes, networkOf, Throttle, Throttled, type Clock } from '@risk/kit';
import type { TipPolicy } from '../policy.js';
import type { TipSeals } from '../ports.js';
import type { OpenedForm, OpenedForms } from './opened-forms.js';
import { isAnswered, questionFor, type Question } from './question.js';
import { entranceOf } from './suspicion.js';

/** What of a sent form decides on whether it is looked at. */
export interface SentForm {
  readonly form: string;
  /** What stands in the field that no person sees. */
  readonly trap: string;
  readonly question: string;
  readonly answer: string;
}

/** A form that is looked at, or a question that has to be answered first. */
export type Admitted = { readonly form: OpenedForm } | { readonly ask: Question };

const EVERYBODY = 'everybody';
const FULL =
  '现在提交的举报太多，暂时不能再收。请过一会儿再试；着急的请直接打电话。填写的内容还在下面';

/** Stands before the page of citizens: lets people in, asks scripts a question, holds back a flood. */
export class Gate {
  private readonly addresses: Throttle;
  private readonly everybody: Throttle;

  constructor(
    private readonly forms: OpenedForms,
    private readonly seals: TipSeals,
    private readonly policy: TipPolicy,
    private readonly clock: Clock,
  ) {
    this.addresses = new Throttle(clock, policy.perAddress.most, hours(1));
    this.everybody = new Throttle(clock, policy.ofAll.most, minutes(1));
  }

  /** Whether somebody may hand in anything now: asked before a body is read, which may be big. */
  refuseFlood(from: string | null): void {
    const isFull = this.addresses.isFull(networkOf(from ?? '')) || this.everybody.isFull(EVERYBODY);
    if (isFull) throw new Throttled(FULL);
  }

  admit({ form: sealed, trap, question, answer }: SentForm, from: string | null): Admitted {
    const form = this.forms.known(sealed);
    const network = networkOf(from ?? '');
    const entrance = entranceOf(
      {
        tookMs: this.clock.now().getTime() - form.at.getTime(),
        filledTrap: trap !== '',
        fromAddress: this.addresses.tries(network),
        ofAll: this.everybody.tries(EVERYBODY),
        isAnswered: isAnswered(form, question, answer, this.seals),
      },
      this.policy,
    );
    if (entrance === 'refuse') throw new Throttled(FULL);
    // A question costs a try as well: whoever goes on guessing reaches the end of them.
    this.addresses.note(network);
    if (entrance === 'ask') return { ask: questionFor(form, this.seals) };
    this.everybody.note(EVERYBODY);
    return { form };
  }
}
