import { describe, expect, it } from '@jest/globals';
import type { AlertStage } from '@risk/domain';
import type { Dossier, DossierDuty, DossierHandOver } from '../../dossier.js';
import {
  A_STRANGER,
  aDossier,
  anAlert,
  anIndex,
  at,
  composed,
  FewLaws,
  linesOf,
} from '../../testing/a-dossier.js';
import { suggestion } from './suggestion.js';

const said = async (more: Partial<Dossier> = {}, laws = new FewLaws()): Promise<string> =>
  linesOf(await composed(suggestion, aDossier(more), { laws })).join('\n');

const handOver = (answer: 'filed' | 'declined' | 'material'): DossierHandOver => ({
  ...{ alertId: '31', from: 'jrb', to: 'gaj', at: at('2026-10-14T09:00:00') },
  receipts: [{ answer, number: '1', at: at('2026-10-15T09:00:00') }],
});
const duty = (more: Partial<DossierDuty> = {}): DossierDuty => ({
  ...{ alertId: '31', unit: 'jrb', kind: 'answer', openedAt: at('2026-10-10T09:00:00') },
  ...{ firstDueAt: at('2026-10-20T09:00:00'), doneAt: null, voidAt: null },
  ...more,
});
const CLAIMED = { complaints: 9, complainants: 8, amount: 1_200_000, people: 30 };

describe('处置建议', () => {
  it.each<[AlertStage, string]>([
    ['raised', '请主办单位签收并开展初步核查'],
    ['acknowledged', '第十八条警示约谈'],
    ['verifying', '第二十一条规定的措施，依照第二十二条通知暂停办理'],
    ['confirmed', '第二十三条责令立即停止'],
    ['refuted', '已经排除'],
    ['transferred', '已经移送公安机关'],
    ['closed', '已经办结'],
  ])('of an alert that is %s: %s', async (stage, expected) => {
    expect(await said({ alerts: [anAlert({ stage })] })).toContain(expected);
  });

  it.each<[string, Partial<Dossier>]>([
    ['anything', {}],
    ['no alert', { alerts: [] }],
    ['nothing', A_STRANGER],
  ])('of %s ends by leaving the decision to the competent unit', async (_, more) => {
    const lines = (await said(more)).split('\n');
    expect(lines.at(-1)).toBe('以上为线索，是否采取措施由主管单位依法决定。');
  });

  it.each<[string, Partial<Dossier>, string]>([
    ['the lead', {}, '预警 31（橙色，待签收，2026-10-10 提出），主办单位：单位jrb。'],
    ['that nobody leads', { alerts: [anAlert({ lead: null })] }, '尚未分送主办单位'],
    ['a refusal', { handOvers: [handOver('declined')] }, '决定不予立案'],
    ['a wish for more', { handOvers: [handOver('material')] }, '要求补充材料'],
    ['an open duty', { duties: [duty()] }, '单位jrb | 反馈 | 2026-10-20 09:00（已过）'],
    [
      'the alert in hand and not a closed one',
      { alerts: [anAlert(), anAlert({ alertId: '32', stage: 'closed' })] },
      '预警 31（',
    ],
  ])('names %s', async (_, more, expected) => {
    expect(await said(more)).toContain(expected);
  });

  it('done duties are not owed', async () => {
    const done = duty({ doneAt: at('2026-10-11T09:00:00') });
    expect(await said({ duties: [done] })).not.toContain('尚未办理');
  });
});

describe('thresholds', () => {
  it('are held against what many claim, and said to be unverified', async () => {
    expect(await said({ complaints: CLAIMED })).toContain(
      '按投诉反映、未经核实的数额（金额 120 万元、30 人），如果属实，达到下列标准：第三条第一款第一项：100 万元。',
    );
  });

  it.each<[string, Partial<Dossier>]>([
    ['of few who claim it are not told', {}],
    [
      'are of fundraising only',
      { complaints: CLAIMED, index: anIndex({ scheme: 'pyramid-selling' }) },
    ],
    ['are not without an index', { complaints: CLAIMED, index: null }],
  ])('%s', async (_, more) => {
    expect(await said(more)).not.toContain('司法解释');
  });

  it('are held against what officers entered before what is claimed', async () => {
    const laws = new FewLaws();
    const outcome = {
      ...({ verdict: 'confirmed', scheme: 'illegal-fundraising', exposedOn: null } as const),
      ...{ losses: 600_000, people: 160, because: '立案', at: at('2026-10-16T09:00:00') },
    };
    await said({ complaints: CLAIMED, outcomes: [outcome] }, laws);
    expect(laws.asked).toEqual([{ amount: null, people: 160, losses: 600_000 }]);
  });
});
