import { describe, expect, it } from '@jest/globals';
import { Invalid } from '@risk/kit';
import { parseYaml } from './load-config.js';

const refusal = (text: string): Invalid => {
  try {
    parseYaml('rules/a.yaml', text);
  } catch (error) {
    return error as Invalid;
  }
  throw new Error('it was taken');
};

const uses = (times: number): string => `甲: &词 [保本]\n乙:\n${'  - *词\n'.repeat(times)}`;
const LAUGHS = `甲: &一 [笑]
乙: &二 [*一, *一, *一, *一, *一]
丙: &三 [*二, *二, *二, *二, *二]
丁: &四 [*三, *三, *三, *三, *三]
`;

describe('references in YAML', () => {
  it.each<[string, string, number, string]>([
    ['to nothing', '甲: 1\n乙: *nothing\n', 2, '引用的名称 *nothing 没有定义'],
    ['to what comes later', '甲: *词\n乙: &词 [保本]\n', 1, '引用的名称 *词 没有定义'],
    ['as a key', '甲: 1\n*nothing : 2\n', 2, '引用的名称 *nothing 没有定义'],
    ['to itself', '甲:\n  - 1\n  - &词 [*词]\n', 3, '引用的名称 *词 引用到了自己'],
    ['too often', uses(101), 103, '引用太多：*词'],
    ['to references to references', LAUGHS, 4, '引用太多：*三'],
  ])('%s are refused with file and line', (_says, text, line, says) => {
    const error = refusal(text);
    expect(error).toBeInstanceOf(Invalid);
    expect(error.message).toContain(`rules/a.yaml 第 ${line} 行不是正确的 YAML：${says}`);
    expect(error.facts).toMatchObject({ line });
  });

  it('are followed where they lead somewhere', () => {
    expect(parseYaml('a.yaml', '甲: &词 [保本]\n乙: { 丙: *词 }\n').content).toEqual({
      ...{ 甲: ['保本'], 乙: { 丙: ['保本'] } },
    });
    expect(parseYaml('a.yaml', uses(100)).content).toMatchObject({ 甲: ['保本'] });
    expect(parseYaml('a.yaml', '甲: &词 1\n乙: &词 2\n丙: *词\n').content).toMatchObject({ 丙: 2 });
  });
});
