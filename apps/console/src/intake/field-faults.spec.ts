import { describe, expect, it } from '@jest/globals';
import { faultsIn } from './field-faults.js';

describe('what the server said against an entry', () => {
  it.each([
    [
      'payload.targets[0].uscc 过长，超过 2000 字节；payload.amount 不是数字',
      [
        { name: ['targets', 0, 'uscc'], errors: ['过长，超过 2000 字节'] },
        { name: ['amount'], errors: ['不是数字'] },
      ],
    ],
    [
      'occurredOn：应为 yyyy-mm-dd 的日期',
      [{ name: ['occurredOn'], errors: ['应为 yyyy-mm-dd 的日期'] }],
    ],
    ['reporter.name：过长', [{ name: ['reporter', 'name'], errors: ['过长'] }]],
    ['评估时出现内部错误', []],
  ])('stands at its fields: %s', (detail, faults) => {
    expect(faultsIn(detail)).toEqual(faults);
  });
});
