import { FakeClock } from '../../../kit/src/testing/fake-clock.js';
import { FakeUnitOfWork } from '../../../kit/src/testing/fake-transaction.js';
import { OpenedForms } from '../form/opened-forms.js';
import { compileTipPolicy, TIP_DEFAULTS } from '../policy.js';
import { TakeTip } from '../take-tip.js';
import { FakeSeals } from './fake-seals.js';
import { InMemoryInlet, InMemoryTips } from './in-memory-tips.js';

/** All that takes reports, on fakes. */
export function tipBed() {
  const [clock, work, seals] = [new FakeClock(), new FakeUnitOfWork(), new FakeSeals()];
  const policy = compileTipPolicy(TIP_DEFAULTS);
  const [store, inlet] = [new InMemoryTips(), new InMemoryInlet()];
  const forms = new OpenedForms(seals, clock, policy);
  const take = new TakeTip(store, inlet, seals, { work, clock, policy });
  const aForm = () => forms.known(forms.open());
  return { clock, work, policy, store, inlet, take, aForm };
}
