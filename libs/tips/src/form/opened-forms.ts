import { createHash, randomBytes } from 'node:crypto';
import { Invalid, type Clock } from '@risk/kit';
import { z } from 'zod';
import type { TipPolicy } from '../policy.js';
import type { TipSeals } from '../ports.js';

const PLACE = 'tip-form';
const NONCE_BYTES = 16;
const formSchema = z.strictObject({ nonce: z.string(), at: z.number() });
type SealedForm = z.output<typeof formSchema>;

/** A form that somebody opened; nothing of it is kept, it travels sealed with its page. */
export interface OpenedForm {
  readonly nonce: string;
  readonly at: Date;
}

/** Opens forms and knows them again, without a session and in whichever process answers. */
export class OpenedForms {
  constructor(
    private readonly seals: TipSeals,
    private readonly clock: Clock,
    private readonly policy: Pick<TipPolicy, 'formLasts'>,
  ) {}

  /** The sealed text of a new form. */
  open(): string {
    const at = this.clock.now().getTime();
    const form = { nonce: randomBytes(NONCE_BYTES).toString('hex'), at };
    return this.seals.seal(Buffer.from(JSON.stringify(form)), PLACE).toString('base64url');
  }

  /** The same form as long as it holds, for whoever has something to mend; otherwise a new one. */
  sameOrNew(sealed: string): string {
    return this.isGood(this.opened(sealed)) ? sealed : this.open();
  }

  /** The form of a sealed text; refused when it is not one of ours or lay open too long. */
  known(sealed: string): OpenedForm {
    const form = this.opened(sealed);
    if (form && this.isGood(form)) return { nonce: form.nonce, at: new Date(form.at) };
    throw new Invalid('这份表单放得太久了。填写的内容还在下面，请核对后再提交一次');
  }

  private isGood(form: SealedForm | null): boolean {
    const age = form === null ? Infinity : this.clock.now().getTime() - form.at;
    return age >= 0 && age <= this.policy.formLasts;
  }

  private opened(sealed: string): SealedForm | null {
    try {
      const plain = this.seals.open(Buffer.from(sealed, 'base64url'), PLACE);
      return formSchema.parse(JSON.parse(plain.toString('utf8')));
    } catch {
      return null;
    }
  }
}

/** What is kept of a form, so that it brings one report. */
export const digestOfForm = ({ nonce }: OpenedForm): Buffer =>
  createHash('sha256').update(`tip-form:${nonce}`).digest();
