import { describe, expect, it } from '@jest/globals';
import { hours, minutes } from '@risk/kit';
import { compileTipPolicy, TIP_DEFAULTS } from './policy.js';

describe('config/public.yaml', () => {
  it('becomes a policy', () => {
    const hotlines = [{ title: '政务服务热线', number: '12345' }];
    expect(compileTipPolicy({ ...TIP_DEFAULTS, hotlines })).toMatchObject({
      ...{ hotlines, formLasts: hours(12), files: { most: 5, eachBytes: 5 * 1024 * 1024 } },
      wrongCodes: { most: 10, within: minutes(10) },
    });
  });

  it.each<[string, object, string]>([
    ['a telephone that is none', { hotlines: [{ title: 'x', number: 'abc' }] }, '应为电话号码'],
    ['no reason', { basis: '' }, 'basis'],
    [
      'a question that would come after the end',
      {
        reports: { ...TIP_DEFAULTS.reports, perAddressAnHour: { ask: 9, most: 5 } },
      },
      'ask 不应大于 most',
    ],
    ['more files than five', { files: { most: 6, eachMiB: 1 } }, 'files.most'],
    ['a key that nobody knows', { captcha: true }, 'captcha'],
  ])('is refused with its place for %s', (_what, more, says) => {
    expect(() => compileTipPolicy({ ...TIP_DEFAULTS, ...more })).toThrow(says);
  });
});
