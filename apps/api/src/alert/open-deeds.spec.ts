import { describe, expect, it } from '@jest/globals';
import { permissionsOf, type Role } from '@risk/access';
import { openDeeds, type AlertStand } from './open-deeds.js';

const STAND: AlertStand = {
  ...{ stage: 'verifying', status: 'open', role: null, isOffice: true, seesWholeCity: true },
  ...{ hasOpenVerification: false, handOver: 'none' },
};
const of = (role: Role, more: Partial<AlertStand> = {}) =>
  openDeeds(permissionsOf([role]), { ...STAND, ...more });
const UNIT = { isOffice: false, seesWholeCity: false, role: 'lead' } as const;

describe('what somebody can do with an alert', () => {
  it.each<[string, Role, Partial<AlertStand>, string[]]>([
    [
      'a monitor merges and silences, attaches and drafts, but confirms nothing',
      ...(['monitor', {}] as const),
      ['attach', 'draft-letter', 'merge', 'unmerge', 'silence'],
    ],
    [
      'a verifier opens a verification and hands over, decides the tier and the outcome',
      ...(['verifier', {}] as const),
      ['verify', 'hand-over', 'attach', 'draft-letter', 'tier', 'outcome'],
    ],
    [
      'an open verification is gone on with instead of opening another',
      ...(['liaison', { ...UNIT, hasOpenVerification: true }] as const),
      ['verification-entry', 'attach'],
    ],
    [
      'public security answers what was handed over to it',
      ...(['police', { ...UNIT, stage: 'transferred', handOver: 'waiting' }] as const),
      ['receipt', 'attach'],
    ],
    [
      'a hand-over that waits is not made twice',
      ...(['director', { stage: 'transferred', handOver: 'waiting' }] as const),
      [
        'verify',
        'receipt',
        'draft-letter',
        'sign-letter',
        'tier',
        'outcome',
        'merge',
        'unmerge',
        'silence',
      ],
    ],
    ['a reader of bulletins does nothing', 'reader', {}, []],
  ])('%s', (_says, role, stand, deeds) => {
    expect(of(role, stand).deeds).toEqual(deeds);
  });

  it('takes no step on what lives on in another alert, but can take it out again', () => {
    const { steps, deeds } = of('monitor', { status: 'merged' });
    expect(steps).toEqual([]);
    expect(deeds).toContain('unmerge');
    expect(deeds).not.toContain('merge');
  });

  it('leaves a closed one only to notes and to being opened anew', () => {
    expect(of('monitor', { stage: 'closed', status: 'closed' }).steps).toEqual([
      'followed',
      'noted',
      'reopened',
    ]);
  });

  it('silences nothing for whoever does not see the whole city', () => {
    expect(of('monitor', { seesWholeCity: false }).deeds).not.toContain('silence');
  });
});
