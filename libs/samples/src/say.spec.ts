import { describe, expect, it } from '@jest/globals';
import { obfuscate } from './obfuscate.js';
import { freshTexts } from './draft.js';
import { feedTime, momentIn, spokenDate } from './moments.js';
import { PLOTS } from './plots/index.js';
import { randomOf } from './random.js';
import { say } from './say.js';

describe('a template', () => {
  it.each([
    ['plain', 'plain', /^plain$/],
    ['a choice', '[这|那]个', /^[这那]个$/],
    ['a choice in a choice', '[甲[一|二]|乙]', /^(甲一|甲二|乙)$/],
    ['an empty choice', '好[|的]', /^好的?$/],
    ['a slot', '在{town}', /^在流峰镇$/],
    ['a slot in a choice', '[{town}|{town}边]', /^流峰镇边?$/],
  ])('%s', (_, template, expected) => {
    const random = randomOf('say');
    for (let said = 0; said < 20; said++)
      expect(say(template, { town: '流峰镇' }, random)).toMatch(expected);
  });

  it('with a slot nobody fills stops the generator', () => {
    expect(() => say('{nobody}', {}, randomOf('say'))).toThrow('wants {nobody}');
  });

  it('says everything it can say', () => {
    const random = randomOf('all');
    const said = Array.from({ length: 60 }, () => say('[一|二|三]', {}, random));
    expect(new Set(said)).toEqual(new Set(['一', '二', '三']));
  });
});

describe('chance', () => {
  it('falls alike for alike seeds and otherwise for others', () => {
    const draw = (seed: string) => {
      const random = randomOf(seed);
      return Array.from({ length: 5 }, () => random.next());
    };
    expect(draw('a')).toEqual(draw('a'));
    expect(draw('a')).not.toEqual(draw('b'));
  });

  it('of a fork does not depend on what was drawn before', () => {
    const [one, two] = [randomOf('a'), randomOf('a')];
    one.next();
    expect(one.fork('x').next()).toBe(two.fork('x').next());
  });

  it('keeps everything when it shuffles, and keeps to its bounds', () => {
    const random = randomOf('a');
    expect(random.shuffle([1, 2, 3, 4]).sort()).toEqual([1, 2, 3, 4]);
    const drawn = Array.from({ length: 200 }, () => random.int(2, 4));
    expect(new Set(drawn)).toEqual(new Set([2, 3, 4]));
    expect(() => random.pick([])).toThrow('nothing to pick from');
  });
});

it('a text is given out once, and exhausted templates are reported', () => {
  const fresh = freshTexts();
  const random = randomOf('fresh');
  const make = () => say('[一|二]', {}, random);
  expect([fresh(make), fresh(make)].sort()).toEqual(['一', '二']);
  expect(() => fresh(make)).toThrow('exhausted');
});

describe('moments', () => {
  const from = Date.parse('2026-05-01T00:00:00+08:00');

  it('lie in the window and in waking hours', () => {
    const random = randomOf('moments');
    const until = from + 30 * 86_400_000;
    for (let drawn = 0; drawn < 300; drawn++) {
      const at = momentIn({ from, until }, random);
      expect(at >= from && at <= until).toBe(true);
      const hour = Number(feedTime(at).slice(11, 13));
      expect(hour >= 8 && hour <= 21).toBe(true);
    }
  });

  it('stay in a window that is all night', () => {
    const at = momentIn({ from, until: from + 3_600_000 }, randomOf('night'));
    expect(at >= from && at <= from + 3_600_000).toBe(true);
  });

  it('are spoken of as month and day', () => {
    expect(spokenDate(from, 3, 3, randomOf('date'))).toEqual({ month: '5', day: '4' });
  });
});

describe('disguises', () => {
  it('hide the telling words and leave the rest', () => {
    const random = randomOf('hide');
    const hidden = Array.from({ length: 30 }, () => obfuscate('甲公司保本理财，月息2分', random));
    expect(hidden.some((text) => !text.includes('保本'))).toBe(true);
    expect(hidden.some((text) => text.includes('２'))).toBe(true);
    expect(hidden.every((text) => text.startsWith('甲公司'))).toBe(true);
  });
});

describe('every plot', () => {
  it.each(PLOTS.map((plot) => [plot.kind, plot] as const))(
    '%s has words for every stage',
    (_, plot) => {
      for (const stage of [
        'aliases',
        'media',
        'rates',
        'baits',
        'lures',
        'pushes',
        'sightings',
        'worries',
        'harms',
        'gone',
      ] as const)
        expect(plot[stage].length).toBeGreaterThan(0);
      const [least, most] = plot.stake;
      expect(least).toBeLessThan(most);
    },
  );

  it('has a key of its own', () => {
    expect(new Set(PLOTS.map(({ kind }) => kind)).size).toBe(PLOTS.length);
  });
});
