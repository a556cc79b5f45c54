import { describe, expect, it } from '@jest/globals';
import type { WholeRule } from '../../api/rules.js';
import { editOf, faultOfId, newEdit, sourcesIn, withField, withSources } from './rule-edit.js';

const rule = {
  ...{ id: 'CP-A', file: 'rules/complaint.yaml', title: '甲', feed: 'complaint', weight: 10 },
  ...{ dimension: 'complaint', halfLifeDays: null, elements: [], scheme: null, because: '因为' },
  sources: [{ law: '条例', article: '第二条' }],
  yaml: { when: 'a: 1', examples: '[]' },
} as unknown as WholeRule;

describe('a rule that is being changed', () => {
  it('says no more than the rule did', () => {
    const { fields, when } = editOf(rule);
    expect(fields).toEqual({
      ...{ title: '甲', feed: 'complaint', source: { law: '条例', article: '第二条' } },
      ...{ dimension: 'complaint', weight: 10, halfLifeDays: null, because: '因为' },
    });
    expect(when).toBe('a: 1');
    expect(editOf({ ...rule, elements: ['inducement'], scheme: 'other' }).fields).toMatchObject({
      ...{ elements: ['inducement'], scheme: 'other' },
    });
  });

  it('keeps one basis alone and several in a list, without days that nobody gave', () => {
    const two = withSources(editOf(rule), [
      { law: '甲法', from: '2020-01-01', to: '' },
      { law: '乙法' },
    ]);
    expect(two.fields['source']).toEqual([{ law: '甲法', from: '2020-01-01' }, { law: '乙法' }]);
    expect(sourcesIn(two)).toHaveLength(2);
    expect(withSources(two, [{ law: '乙法' }]).fields['source']).toEqual({ law: '乙法' });
  });

  it('leaves unsaid what is nothing', () => {
    const edit = withField(editOf(rule), 'elements', ['inducement']);
    expect(withField(edit, 'elements', []).fields).not.toHaveProperty('elements');
    expect(withField(edit, 'weight', null).fields).toHaveProperty('weight', null);
  });

  it('that is new begins with a condition and two examples', () => {
    const edit = newEdit('CP-NEW', 'registration');
    expect(edit).toMatchObject({
      file: 'rules/registration.yaml',
      fields: { feed: 'registration' },
    });
    expect(edit.examples).toContain('expect: silent');
  });

  it.each([
    ['CP-NEW', null],
    ['cp-new', '编号形如'],
    ['CP', '编号形如'],
    ['CP-A', '已经有'],
  ])('may be called %s or not', (id, fault) => {
    const said = faultOfId(id, ['CP-A']);
    if (fault === null) expect(said).toBeNull();
    else expect(said).toContain(fault);
  });
});
