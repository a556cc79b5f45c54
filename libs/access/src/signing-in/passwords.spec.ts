import { describe, expect, it } from '@jest/globals';
import { checkNobodys, hashPassword, isPassword, madePassword, refuseWeak } from './passwords.js';

const WHO = { login: 'wangwei', name: '王伟' };
const faultOf = (password: string, shortest = 10, who = WHO): string | null => {
  try {
    refuseWeak(password, { shortest }, who);
    return null;
  } catch (error) {
    return (error as Error).message;
  }
};

describe('a new password', () => {
  it.each([
    ['three kinds of signs', 'Lvzhou7xueye'],
    ['exactly as short as may be', 'Lvzhou7xue'],
    ['letters, digits and signs', 'lvzhou-7-xueye'],
    ['sixteen letters', 'lvzhouxueyepmqdk'],
    ['a sentence', 'der alte mann und das meer'],
    ['Chinese and other signs', '绿洲Aa雪野山前有青松'],
    ['sixteen Chinese characters', '绿洲雪野山前有青松后有白石头三块'],
    ['a space at either end', ' Lvzhou7xueye '],
    ['as long as may be', `Aa1${'lvzhou-xueye-pmqdk'.repeat(7)}`.slice(0, 128)],
    ['a common word in the middle', 'xueye-Password-77x'],
    ['a common word, then letters', 'Admin-lvzhou-77'],
  ])('may be %s', (_what, password) => {
    expect(faultOf(password)).toBeNull();
  });

  it.each([
    ['nothing', '', '至少 10 个字符'],
    ['one sign too short', 'Lvzhou7xu', '至少 10 个字符'],
    ['one sign too long', `Aa1${'lvzhou-xueye-pmqdk'.repeat(7)}`.slice(0, 129), '最多 128 个字符'],
    ['two kinds of signs', 'lvzhou7xueye', '至少三类'],
    ['fifteen letters', 'lvzhouxueyepmqd', '至少三类'],
    ['ten Chinese characters', '绿洲雪野山前有青松后', '至少三类'],
    ['few signs again and again', 'Aa1-Aa1-Aa1-Aa1-', '重复的字符'],
    ['one sign, long enough', 'aaaaaaaaaaaaaaaaaaaa', '重复的字符'],
    ['the login inside', 'X7-Wangwei-xueye', '登录名或者姓名'],
    ['the name inside', 'Xueye-王伟-7788', '登录名或者姓名'],
  ])('may not be %s', (_what, password, says) => {
    expect(faultOf(password)).toContain(says);
  });

  it.each([
    'Password1!',
    'Password2026!!',
    'P@ssw0rd2024!',
    'P@$$w0rd2024!',
    'Passw0rd2020',
    'Admin@2026',
    '@dmin2020!',
    'Chenzhou@2026',
    'Chenzh0u@2026',
    'Jinrongban123!',
    'Aa123456!!',
    'Abc123456!',
    'Qwer1234!@#$',
    '1qaz@WSX2026',
    'Woaini1314!!',
    '1234567890123456',
    '0123456789!!!!!!',
  ])('may not be as common as %s', (password) => {
    expect(faultOf(password)).toContain('太常见');
  });

  it('is as short as the policy says', () => {
    expect(faultOf('Lvzhou7x', 8)).toBeNull();
    expect(faultOf('Lvzhou7xueye', 13)).toContain('至少 13 个字符');
  });

  it('names one fault at a time, as of a field', () => {
    expect(faultOf('a')).toBe('新口令：至少 10 个字符');
  });
});

describe('a made password', () => {
  const made = Array.from({ length: 300 }, madePassword);

  it('is strong, readable and never the same', () => {
    expect(new Set(made).size).toBe(made.length);
    for (const password of made) {
      expect(password).toMatch(/^([a-zA-Z2-9]{4}-){3}[a-zA-Z2-9]{4}$/);
      expect(password).not.toMatch(/[ilo01IO]/);
      expect(faultOf(password)).toBeNull();
    }
  });

  it('uses its signs alike', () => {
    const counts = new Map<string, number>();
    for (const sign of made.join('').replaceAll('-', ''))
      counts.set(sign, (counts.get(sign) ?? 0) + 1);
    const expected = (300 * 16) / 55;
    const deviation = [...counts.values()].reduce(
      (sum, n) => sum + (n - expected) ** 2 / expected,
      0,
    );
    expect(counts.size).toBe(55);
    // Chi-squared of 54 degrees: more than 120 comes once in a million runs.
    expect(deviation).toBeLessThan(120);
  });
});

describe('a kept password', () => {
  it('is an argon2id hash with the cost of the house, salted', async () => {
    const [one, other] = [await hashPassword('Lvzhou7xueye'), await hashPassword('Lvzhou7xueye')];
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
    expect(one).not.toBe(other);
  });

  it.each([
    ['itself', 'Lvzhou-雪野', true],
    ['another case', 'lvzhou-雪野', false],
    ['a space behind it', 'Lvzhou-雪野 ', false],
    ['its beginning', 'Lvzhou-雪', false],
    ['nothing', '', false],
    ['more than any password has', 'Lvzhou-雪野'.repeat(20), false],
  ])('is opened by %s: %s %s', async (_what, password, opens) => {
    expect(await isPassword(await hashPassword('Lvzhou-雪野'), password)).toBe(opens);
  });

  it('of nobody is opened by nothing', async () => {
    expect(await checkNobodys('Lvzhou7xueye')).toBe(false);
    expect(await checkNobodys('')).toBe(false);
  });
});
