import { describe, expect, it } from '@jest/globals';
import {
  readArchiveQuestion,
  readCorrection,
  readPreview,
  readSpecial,
  readStepWish,
} from './requests.js';
import { readScope } from './scope.js';

const NOW = new Date('2026-11-28T10:00:00+08:00');
const FORM = { kind: 'daily', asOf: null, edition: 'city', entityId: null };
const invalid = (words: string) => ({ kind: 'invalid', message: expect.stringContaining(words) });

/** The error of a call. */
function refusalOf(call: () => unknown): unknown {
  try {
    return { answered: call() };
  } catch (error) {
    return error;
  }
}

describe('a moment', () => {
  it.each<[string, string]>([
    ['2026-11-28', '2026-11-28T23:59:59.999+08:00'],
    ['2026-11-28 08:30', '2026-11-28T08:30:00+08:00'],
    ['2026-11-28T08:30', '2026-11-28T08:30:00+08:00'],
    ['2026-11-28 00:00', '2026-11-28T00:00:00+08:00'],
    ['2026-11-28T08:30:00+08:00', '2026-11-28T08:30:00+08:00'],
    ['2026-11-28T00:30:00Z', '2026-11-28T08:30:00+08:00'],
    ['2026-11-28T08:30+0800', '2026-11-28T08:30:00+08:00'],
  ])('%s is %s', (asOf, exact) => {
    expect(readPreview({ ...FORM, asOf }, NOW).asOf).toEqual(new Date(exact));
  });

  it('is now when none is given', () => {
    expect(readPreview(FORM, NOW).asOf).toEqual(NOW);
  });

  it.each([
    '',
    'tomorrow',
    '2026',
    '2026-11',
    '2026-13-01',
    '2026-02-30',
    '2026-11-31 08:30',
    '2026-02-30T08:30:00+08:00',
    '2026-11-28 25:00',
    '2026-11-28 8:30',
    '2026-11-28T08:30:00',
    '20261128',
    '1764',
    '28.11.2026 08:30',
  ])('“%s” is none', (asOf) => {
    expect(refusalOf(() => readPreview({ ...FORM, asOf }, NOW))).toMatchObject(
      invalid(`as-of：“${asOf}”应如`),
    );
  });
});

describe('a preview', () => {
  it('of a special report asks for an entity', () => {
    const special = { ...FORM, kind: 'special', entityId: '7' };
    expect(readPreview(special, NOW)).toEqual({ kind: 'special', entityId: '7', asOf: NOW });
  });

  it.each<[string, object, string]>([
    ['no entity', { kind: 'special' }, '专报须写明主体编号'],
    ['an entity that is none', { kind: 'special', entityId: 'x' }, '主体：'],
    ['a kind that is none', { kind: 'hourly' }, '没有“hourly”这种简报，可用：daily、weekly'],
    ['a kind of an object', { kind: 'constructor' }, '没有“constructor”'],
    ['an edition that is none', { edition: 'county:1' }, 'edition：“county:1”应为'],
  ])('refuses %s', (_what, more, words) => {
    expect(refusalOf(() => readPreview({ ...FORM, ...more }, NOW))).toMatchObject(invalid(words));
  });
});

describe('an edition', () => {
  it.each([
    ['city', { kind: 'city' }],
    ['region:431003', { kind: 'region', code: '431003' }],
    ['unit:gaj', { kind: 'unit', code: 'gaj' }],
    ['entity:17', { kind: 'entity', code: '17' }],
  ])('%s', (text, scope) => {
    expect(readScope(text)).toEqual(scope);
  });

  it.each(['', 'City', 'region', 'region:', 'unit:a b', 'unit:a\n', ' city', 'city:1'])(
    '“%s” is none',
    (text) => {
      expect(refusalOf(() => readScope(text))).toMatchObject(invalid('edition：'));
    },
  );
});

describe('what is looked for in the archive', () => {
  const ALL = { kind: null, scope: null, state: null, words: null, before: null, limit: 50 };

  it.each<[string, unknown, object]>([
    ['nothing', undefined, {}],
    ['empty fields of a form', { kind: '', words: '', before: '' }, {}],
    ['a kind', { kind: 'weekly' }, { kind: 'weekly' }],
    ['an edition', { edition: 'unit:gaj' }, { scope: 'unit:gaj' }],
    ['a state', { state: 'draft' }, { state: 'draft' }],
    ['words', { words: '100%_\\' }, { words: '100%_\\' }],
    ['what is older', { before: '9' }, { before: '9' }],
  ])('%s', (_what, query, more) => {
    expect(readArchiveQuestion(query)).toEqual({ ...ALL, ...more });
  });

  it.each<[unknown, string]>([
    [{ kind: 'hourly' }, 'kind'],
    [{ kind: ['daily', 'weekly'] }, 'kind'],
    [{ edition: 'mars' }, 'edition'],
    [{ state: 'lost' }, 'state'],
    [{ state: '__proto__' }, 'state'],
    [{ words: 'a\0' }, 'words'],
    [{ words: '长'.repeat(101) }, 'words'],
    [{ before: '-1' }, 'before'],
    [{ limit: '1' }, 'limit'],
  ])('%j is refused', (query, words) => {
    expect(refusalOf(() => readArchiveQuestion(query))).toMatchObject(invalid(words));
  });
});

describe('what people want', () => {
  const SIGNED = { by: '张某', because: '核对' };

  it('is read as it is written', () => {
    expect(readStepWish('5', { kind: 'reviewed', ...SIGNED, seen: '3' })).toEqual({
      ...{ id: '5', kind: 'reviewed', ...SIGNED, seen: '3' },
    });
    expect(readStepWish('5', { kind: 'signed', ...SIGNED }).seen).toBeNull();
    expect(readCorrection('5', SIGNED)).toEqual({ id: '5', ...SIGNED });
    expect(readSpecial({ entityId: '7', ...SIGNED })).toEqual({ entityId: '7', ...SIGNED });
  });

  it.each<[string, () => unknown, string]>([
    ['a step that machines take', () => readStepWish('5', { kind: 'issued', ...SIGNED }), 'kind'],
    ['a step of nobody', () => readStepWish('5', { kind: 'signed', because: 'x' }), 'by'],
    ['a step without reason', () => readStepWish('5', { kind: 'signed', by: 'x' }), 'because'],
    [
      'more than is asked',
      () => readStepWish('5', { kind: 'signed', ...SIGNED, force: true }),
      'force',
    ],
    [
      'a step seen that is none',
      () => readStepWish('5', { kind: 'signed', ...SIGNED, seen: 'x' }),
      'seen',
    ],
    ['a correction of nobody', () => readCorrection('5', { because: 'x' }), 'by'],
    ['a report on nothing', () => readSpecial(SIGNED), 'entityId'],
    ['no form at all', () => readSpecial(null), ''],
  ])('%s is refused', (_what, call, words) => {
    expect(refusalOf(call)).toMatchObject(invalid(words));
  });
});
