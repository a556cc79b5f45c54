import { describe, expect, it } from '@jest/globals';
import { creditCodeFault, idNumberFault, numberFault, phoneFault } from './number-checks.js';

describe('a number as it is typed', () => {
  it.each([
    ['', null],
    ['91110000600037341L', null],
    [' 9111 0000-6000 37341l ', null],
    ['９１１１００００６０００３７３４１Ｌ', null],
    ['430100000012345', null],
    ['91110000600037341', '应为 18 位，现为 17 位'],
    ['91110000600037342L', '校验位不符'],
    ['9111000060003734IL', '不会有“I”'],
  ])('credit code %j: %s', (text, fault) => {
    if (fault === null) expect(creditCodeFault(text)).toBeNull();
    else expect(creditCodeFault(text)).toContain(fault);
  });

  it.each([
    ['', null],
    ['138 0013 8000', null],
    ['+86 13800138000', null],
    ['0731-84881234', null],
    ['12345', null],
    ['４００－８８８８－９９９', null],
    ['1380013800', '应为 11 位，现为 10 位'],
    ['12800138000', '第二位'],
    ['138OO138000', '只能是数字'],
    ['123', '位数不对'],
  ])('phone %j: %s', (text, fault) => {
    if (fault === null) expect(phoneFault(text)).toBeNull();
    else expect(phoneFault(text)).toContain(fault);
  });

  it.each([
    ['', null],
    ['11010519491231002X', null],
    ['11010519491231002x', null],
    ['G12345678', null],
    ['110105194912310021', '校验位不符'],
    ['1101051949123100', '应为 18 位'],
  ])('identity card %j: %s', (text, fault) => {
    if (fault === null) expect(idNumberFault(text)).toBeNull();
    else expect(idNumberFault(text)).toContain(fault);
  });

  it.each([
    ['120,000', false, null],
    ['12.5', false, null],
    ['十二万', false, '应为数字'],
    ['30', true, null],
    ['3.5', true, '应为整数'],
  ])('%j, whole %s: %s', (text, whole, fault) => {
    if (fault === null) expect(numberFault(text, whole)).toBeNull();
    else expect(numberFault(text, whole)).toContain(fault);
  });
});
