import { describe, expect, it } from '@jest/globals';
import { isSamePerson, nameProblem, personName } from './person-name.js';

const ZERO_WIDTH = ['\u200b', '\u200d', '\u2060', '\ufeff', '\u00ad', '\u202e', '\u034f', '\u3164'];

describe('a name of a person', () => {
  it.each([
    [' 张三 ', '张三'],
    ['张　三', '张三'],
    ['李 四', '李四'],
    ['Ｌｉ　Ｓｉ', 'Li Si'],
    ['买买提·艾山', '买买提·艾山'],
    ['𠮷田', '𠮷田'],
  ])('%j is kept as %j', (written, kept) => {
    expect(personName(written)).toBe(kept);
    expect(nameProblem(written, '经办人')).toBeNull();
  });

  it.each(['', ' ', '　', '\t'])('%j is none', (written) => {
    expect(nameProblem(written, '起草人')).toBe('请写明起草人');
  });

  it.each([...ZERO_WIDTH, '\u0007', '\n', '\ud800'])('is refused with %j in it', (unseen) => {
    expect(nameProblem(`张${unseen}三`, '经办人')).toContain('看不见的字符');
  });

  it.each([' 张三', '张　三', ...ZERO_WIDTH.map((unseen) => `张三${unseen}`)])(
    '%j is 张三 all the same',
    (written) => {
      expect(isSamePerson(written, '张三')).toBe(true);
    },
  );

  it.each([
    ['ZHANG SAN', 'zhangsan', true],
    ['ｚｈａｎｇｓａｎ', 'zhangsan', true],
    ['张三', '张山', false],
  ])('%j and %j are the same person: %j', (one, other, same) => {
    expect(isSamePerson(one, other)).toBe(same);
  });
});
