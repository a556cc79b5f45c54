import { RaiseAlerts } from '@risk/alerting';
import { AssessRecords, AttachMentions, type IndexOf } from '@risk/assessment';
import { tierAt, type TierCuts } from '@risk/domain';
import { InMemoryAlerts } from '../../../alerting/src/testing/in-memory-alerts.js';
import { InMemoryCuts } from '../../../assessment/src/testing/in-memory-cuts.js';
import { InMemoryEntities } from '../../../assessment/src/testing/in-memory-entities.js';
import { InMemoryKnowledge } from '../../../assessment/src/testing/in-memory-knowledge.js';
import { InMemoryVerdicts } from '../../../assessment/src/testing/in-memory-verdicts.js';
import { founder, sumIndex } from '../../../assessment/src/testing/judged.js';
import { FakeClock } from '../../../kit/src/testing/fake-clock.js';
import { FakeLog } from '../../../kit/src/testing/fake-log.js';
import { FakeTransaction, FakeUnitOfWork } from '../../../kit/src/testing/fake-transaction.js';
import { TellNobody } from '../../../alerting/src/testing/tell-nobody.js';

const THRESHOLDS: TierCuts = { red: 80, orange: 60, yellow: 40, blue: 20 };

/** An index that stays what it was; only the cuts decide its tier. */
const asItWas: IndexOf = (state, _at, kept) => ({
  ...sumIndex(state),
  score: state.formerScore,
  tier: tierAt(kept?.cuts ?? THRESHOLDS, state.formerScore),
});

/** A house in memory whose entities 1, 2, 3 … have these scores and no tier yet. */
export async function houseOfScores(...scores: readonly number[]) {
  const known = new InMemoryKnowledge();
  const entities = new InMemoryEntities(known);
  const clock = new FakeClock();
  for (const [at, score] of scores.entries()) {
    await entities.found(new FakeTransaction(), [founder([`name:${at + 1}`])]);
    known.entity(String(at + 1)).score = score;
  }
  const [cuts, alerts] = [new InMemoryCuts(known), new InMemoryAlerts()];
  const indexing = { indexOf: asItWas, clock, cuts };
  const verdicts = new InMemoryVerdicts(known);
  const assess = new AssessRecords(new AttachMentions(entities), entities, verdicts, indexing);
  const raise = new RaiseAlerts(alerts, new TellNobody(), clock);
  const around = { work: new FakeUnitOfWork(), clock, log: new FakeLog() };
  return { known, cuts, alerts, assess, raise, ...around };
}
