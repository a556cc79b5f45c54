import { describe, expect, it } from '@jest/globals';
import type { Permission } from '../api/permission.js';
import { deedFor, numbersFault, numbersIn, reasonFault, requestState } from './vault-words.js';

const NOW = '2026-11-22T02:00:00.000Z';
const WAITING = { by: '张某', approvedBy: null, expiresAt: null };
const APPROVED = { by: '张某', approvedBy: '刘某', expiresAt: '2026-11-23T02:00:00.000Z' };
const OVER = { ...APPROVED, expiresAt: NOW };

const ASKS: Permission = 'vault.request';
const APPROVES: Permission = 'vault.approve';
const as = (name: string, ...rights: Permission[]) => ({
  ...{ name, now: NOW, may: (permission: Permission) => rights.includes(permission) },
});
const nothing = (because: string | null) => ({ kind: 'none', because });

describe('a request for a look', () => {
  it.each([
    [WAITING, '待另一人批准'],
    [APPROVED, '已批准'],
    [OVER, '已过期'],
  ])('%j is %s', (request, word) => {
    expect(requestState(request, NOW).word).toBe(word);
  });

  it.each([
    ['waits for another', WAITING, as('刘某', APPROVES), { kind: 'approve' }],
    ['is not approved by who asked', WAITING, as('张某', ASKS), nothing(null)],
    [
      'is not approved by who asked, who may approve others',
      ...([WAITING, as('张某', ASKS, APPROVES), nothing('本人申请的，须由另一人批准')] as const),
    ],
    ['opens to who asked', APPROVED, as('张某', ASKS), { kind: 'look' }],
    ['opens to nobody else', APPROVED, as('李某', ASKS), nothing(null)],
    ['opens not to who approved', APPROVED, as('刘某', APPROVES), nothing(null)],
    ['is over', OVER, as('张某', ASKS), nothing('已过期，需要时请重新申请')],
  ])('%s', (_what, request, asking, deed) => {
    expect(deedFor(request, asking)).toEqual(deed);
  });
});

describe('the numbers of records', () => {
  it('are read however they are parted, each once', () => {
    expect(numbersIn(' 12，13、12;14\n15 ')).toEqual(['12', '13', '14', '15']);
  });

  it.each([
    ['', '请写明要看哪些记录'],
    ['十二', '“十二”不是记录编号：编号只有数字'],
    [Array.from({ length: 21 }, (_, at) => at).join(' '), '一次最多二十条记录'],
    ['12 13', null],
  ])('“%s”: %s', (typed, fault) => {
    expect(numbersFault(typed)).toBe(fault);
  });
});

it.each([
  ['核查取证', false],
  ['　核查取证　　　　　　　', false],
  ['核查合同需要向举报人了解', true],
  ['𠮷𠮷𠮷𠮷𠮷𠮷', false],
])('the reason “%s” is enough: %s', (because, isEnough) => {
  expect(reasonFault(because) === null).toBe(isEnough);
});
