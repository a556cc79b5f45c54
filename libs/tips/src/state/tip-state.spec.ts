import { describe, expect, it } from '@jest/globals';
import { ALERT_STAGES, type AlertStage } from '@risk/domain';
import { tipStateOf, tipStateWords, TIP_STATES, type TipState } from './tip-state.js';

describe('how far a report has come', () => {
  it.each<[string, AlertStage[], boolean, boolean, TipState]>([
    ['led to nothing yet', [], false, false, 'received'],
    ['was laid down by the office', [], false, true, 'concluded'],
    ['names somebody of whom a person has said what became', [], true, false, 'concluded'],
    ['led to an alert that nobody has seen', ['raised'], false, false, 'received'],
    ['led to an alert that somebody has', ['acknowledged'], false, false, 'verifying'],
    ['led to an alert that is looked into', ['verifying'], false, false, 'verifying'],
    ['was found true', ['confirmed'], true, false, 'concluded'],
    ['was found untrue', ['refuted'], true, false, 'concluded'],
    ['went to the police', ['transferred'], true, false, 'concluded'],
    ['led to an alert that is done with', ['closed'], false, false, 'concluded'],
    ['led to two alerts, one of them done with', ['closed', 'raised'], false, false, 'verifying'],
    ['led to two alerts that nobody has seen', ['raised', 'raised'], false, false, 'received'],
    ['led to two alerts, both done with', ['closed', 'refuted'], false, false, 'concluded'],
    ['was laid down while an alert stands', ['verifying'], false, true, 'concluded'],
    ['has an outcome beside an open alert', ['verifying'], true, false, 'verifying'],
  ])('when it %s', (_what, stages, hasOutcome, isReviewed, state) => {
    expect(tipStateOf({ stages, hasOutcome, isReviewed })).toBe(state);
  });

  it('knows every stage of an alert', () => {
    for (const stage of ALERT_STAGES)
      expect(TIP_STATES).toContain(
        tipStateOf({ stages: [stage], hasOutcome: false, isReviewed: false }),
      );
  });

  it('tells the public nothing of what was found', () => {
    const told = TIP_STATES.map((state) => JSON.stringify(tipStateWords(state))).join('');
    expect(told).not.toMatch(/查实|排除|公安|移送|单位|证据|预警/);
  });
});
