import { describe, expect, it } from '@jest/globals';
import { ALERT_STAGES, type AlertStage } from '@risk/domain';
import { openSteps } from './open-steps.js';
import { stageAfter, STEP_KINDS, type Stand, type StepKind } from './steps.js';

type Role = Stand['role'];

describe('the steps that are offered', () => {
  it.each<[string, AlertStage, Role, boolean, StepKind[]]>([
    ['nothing to whom it was never sent', 'raised', null, false, []],
    [
      'to a unit that assists: to say that it knows, to answer, to doubt',
      ...(['raised', 'assist', false] as const),
      ['acknowledged', 'answered', 'noted', 'disputed', 'paused', 'resumed'],
    ],
    ['only notes and reopening once it is closed', 'closed', null, true, ['noted', 'reopened']],
    ['notes alone to a unit that assisted, once it is closed', 'closed', 'copy', false, ['noted']],
  ])('are %s', (_says, stage, role, isOffice, steps) => {
    expect(openSteps({ stage, role }, isOffice)).toEqual(steps);
  });

  it('let the office confirm only what is being verified', () => {
    const confirms = (stage: AlertStage) => openSteps({ stage, role: null }, true);
    expect(ALERT_STAGES.filter((stage) => confirms(stage).includes('confirmed'))).toEqual([
      'verifying',
    ]);
  });

  it('are those that are not refused, for every stage, part and step', () => {
    for (const stage of ALERT_STAGES)
      for (const role of ['lead', 'assist', 'copy', null] as const)
        for (const isOffice of [true, false])
          for (const kind of STEP_KINDS) {
            const take = () => stageAfter(kind, { stage, role }, isOffice);
            if (openSteps({ stage, role }, isOffice).includes(kind)) expect(take).not.toThrow();
            else expect(take).toThrow(/不能|可以|只有/);
          }
  });
});
