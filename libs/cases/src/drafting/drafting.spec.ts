import { describe, expect, it } from '@jest/globals';
import { paperText } from '@risk/domain';
import { Invalid } from '@risk/kit';
import fc from 'fast-check';
import { FakeTransaction } from '../../../kit/src/testing/fake-transaction.js';
import { canaries, type Canary } from '../letters/testing/canaries.js';
import { refuseReporters } from '../letters/refuse-reporters.js';
import { writeLetter } from '../letters/letters.js';
import { letterFacts } from '../letters/testing/letter-facts.js';
import { DeskBed, evidence, UNITS } from '../testing/desk-bed.js';
import { InMemoryLetters } from '../testing/in-memory-letters.js';
import { letterOn } from '../testing/letter-stores.contract.js';
import { evidencePlaces } from '../verification/evidence-places.js';
import { blanksOf } from './blanks-of.js';
import { DRAFT_CODES } from './draft-code.js';
import { DRAFT_FORMS } from './forms.js';
import type { KnownOfCase } from './known-of-case.js';
import { ReopenLetter } from './reopen-letter.js';
import { saidUnit } from './unit-words.js';

const bed = await DeskBed.made();
const alert = await bed.steps.lock(bed.tx, '7');
const units = bed.hands.units;
const FIRM = {
  ...{
    name: '甲公司',
    uscc: null,
    registration: null,
    representative: null,
    shareholders: [],
    address: null,
  },
  ...{ regionCode: null, sample: false },
};
const AT = new Date('2026-11-27T09:00:00+08:00');

/** A case in which everything that somebody wrote holds `told`. */
const telling = (told: string, reporters: readonly string[]): KnownOfCase => {
  const signed = { by: '张某', because: told, at: AT, corrects: null };
  const action = { happenedAt: AT, officers: ['张某', '李某'], result: told, approver: null };
  return {
    ...{ today: '2026-11-27', alert, firm: FIRM, region: null, units, from: 'jrb', reporters },
    finding: { at: AT, unit: 'jrb', because: told, scheme: 'illegal-fundraising' },
    evidence: [evidence('5', { name: `${told}.pdf` })],
    verifications: [
      {
        ...{ id: '3', alertId: '7', entityId: '1', unit: 'jrb', officers: ['张某', '李某'] },
        ...{ by: '王某', because: told, at: AT },
        entries: [
          { id: '1', ...signed, ...action, kind: 'visit', evidence: [] },
          { id: '2', ...signed, ...action, kind: 'interview', evidence: [] },
          { id: '4', ...signed, ...action, kind: 'other', evidence: [] },
          {
            ...{ id: '6', ...signed, kind: 'element', element: 'illegality', finding: 'met' },
            evidence: ['attachment:5'],
          },
          { id: '8', ...signed, kind: 'concluded', verdict: 'confirmed', outcomeId: '1' },
        ],
      },
    ],
  };
};

describe('whatever the house knows', () => {
  it('no letter tells who reported', () => {
    fc.assert(
      fc.property(canaries, ({ name, written, secrets }: Canary) => {
        const known = telling(`${name}来电${written.join('，')}，称保本付息`, secrets);
        for (const code of DRAFT_CODES) {
          const { paper, facts } = DRAFT_FORMS[code].write(known, {});
          const told = [...paperText(paper), JSON.stringify(facts)].join('\n');
          for (const secret of secrets) expect(told).not.toContain(secret);
          expect(() => refuseReporters([paper], secrets)).not.toThrow();
        }
      }),
      { numRuns: 40 },
    );
  });

  it.each(DRAFT_CODES)('%s is a draft with its article and without a number', (code) => {
    const { paper } = DRAFT_FORMS[code].write(telling('保本', []), {});
    expect(paper).toMatchObject({ isDraft: true, number: null, date: '2026-11-27' });
    expect(paperText(paper).join('')).not.toMatch(/undefined|null|NaN/);
  });

  it('orders nobody to stop what is no illegal fundraising', () => {
    const known = telling('查实', []);
    const finding = { ...known.finding!, scheme: 'pyramid-selling' as const };
    const write = () => DRAFT_FORMS['order-to-stop'].write({ ...known, finding }, {});
    expect(write).toThrow('查实的类型是传销');
  });
});

describe('a blank', () => {
  it('is told with enough around it to be found', () => {
    const facts = letterFacts()['order-to-stop'];
    const long = `${'甲'.repeat(80)}＿＿＿＿${'乙'.repeat(80)}` as never;
    const [paper] = writeLetter('order-to-stop', {
      ...facts,
      activities: ['＿＿＿＿' as never, long],
    });
    const [bare, around] = blanksOf(paper!);
    expect(bare).toMatch(/立即停止下列活动：：1\. ＿＿＿＿$|立即停止下列活动：1\. ＿＿＿＿$/);
    expect(around).toMatch(/^…甲+＿＿＿＿乙+…$/);
  });
});

describe('a unit', () => {
  it.each([
    ['jrb', UNITS['jrb']],
    ['某某单位', '某某单位'],
  ])('%s is %s', (words, name) => {
    expect(saidUnit(units, 'to', words)).toBe(name);
  });

  it('that is mistyped is no name', () => {
    expect(() => saidUnit(units, 'to', 'jrbb')).toThrow(Invalid);
  });
});

describe('evidence', () => {
  it('is counted from 1, and records are no files', () => {
    const files = [{ id: '5' }, { id: '51' }];
    expect(evidencePlaces(['record:5', 'attachment:51', 'attachment:9'], files)).toEqual([2]);
  });
});

describe('a signed letter', () => {
  it('is not handed out when it comes out otherwise', async () => {
    const letters = new InMemoryLetters();
    const tx = new FakeTransaction();
    const { id } = await letters.keep(tx, letterOn('7'));
    const pressed = {
      bytes: Buffer.from('x'),
      size: 1,
      sha256: 'c'.repeat(64),
      sm3: 'd'.repeat(64),
    };
    const press = { docx: () => Promise.resolve(pressed) } as never;
    await expect(new ReopenLetter(letters, press).run(tx, id)).rejects.toMatchObject({
      kind: 'conflict',
      message: expect.stringContaining('与签发时不同'),
    });
  });
});
