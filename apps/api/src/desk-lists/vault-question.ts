import type { Person } from '@risk/access';
import type { ListColumn } from '@risk/assembly';
import type { VaultLook } from '@risk/cases';
import { chinaTime, readForm, rowIdText } from '@risk/kit';
import {
  VAULT_LOOK_SORTS,
  VAULT_REQUEST_SORTS,
  VAULT_REQUEST_STATES,
  type VaultLookQuestion,
  type VaultRequestQuestion,
  type VaultRequestRow,
  type VaultScope,
} from '@risk/store';
import { z } from 'zod';
import { may } from '../access/must.js';
import { listForm, listQuestion } from '../lists/list-form.js';
import type { Names } from '../pages/words.js';

/** What may be asked of the requests for looks at reporters. */
export const vaultRequestsForm = z.strictObject({
  ...listForm(VAULT_REQUEST_SORTS, '-at'),
  state: z.enum(VAULT_REQUEST_STATES).optional(),
});

/** What may be asked of the looks at reporters. */
export const vaultLooksForm = z.strictObject({
  ...listForm(VAULT_LOOK_SORTS, '-at'),
  record: rowIdText.optional(),
});

/** Whoever only asks sees what they asked for themselves; whoever approves or reviews, all in sight. */
const scopeOf = (asker: Person): VaultScope => ({
  sight: asker.sight,
  by: may(asker, 'vault.approve') || may(asker, 'vault.review') ? null : asker.name,
});

export function readVaultRequests(query: unknown, asker: Person, now: Date): VaultRequestQuestion {
  const { state = null, ...list } = readForm(vaultRequestsForm, query);
  return { ...listQuestion(list), ...scopeOf(asker), state, now };
}

export function readVaultLooks(query: unknown, asker: Person): VaultLookQuestion {
  const { record = null, ...list } = readForm(vaultLooksForm, query);
  return { ...listQuestion(list), ...scopeOf(asker), recordId: record };
}

const timeOf = (at: Date | null): string | null => at && chinaTime(at);

/** Requests as a workbook. */
export const vaultRequestColumns = (names: Names): readonly ListColumn<VaultRequestRow>[] => [
  { title: '申请编号', cell: ({ id }) => id },
  { title: '申请时间', cell: ({ at }) => chinaTime(at) },
  { title: '申请人', cell: ({ by }) => by },
  { title: '单位', width: 30, cell: ({ unit }) => names.unit(unit) },
  { title: '记录编号', width: 30, cell: ({ recordIds }) => recordIds.join('、') },
  { title: '理由', width: 50, cell: ({ because }) => because },
  { title: '批准人', cell: ({ approvedBy }) => approvedBy },
  { title: '批准人单位', width: 30, cell: ({ approvedUnit: unit }) => unit && names.unit(unit) },
  { title: '批准理由', width: 40, cell: ({ approvedBecause }) => approvedBecause },
  { title: '批准时间', cell: ({ approvedAt }) => timeOf(approvedAt) },
  { title: '有效期至', cell: ({ expiresAt }) => timeOf(expiresAt) },
  { title: '查看次数', cell: ({ looks }) => looks },
  { title: '最近查看', cell: ({ lookedAt }) => timeOf(lookedAt) },
];

/** Looks as a workbook: who looked, why, allowed by whom; never who reported. */
export const vaultLookColumns = (names: Names): readonly ListColumn<VaultLook>[] => [
  { title: '查看时间', cell: ({ at }) => chinaTime(at) },
  { title: '查看人', cell: ({ by }) => by },
  { title: '单位', width: 30, cell: ({ unit }) => names.unit(unit) },
  { title: '记录编号', cell: ({ recordId }) => recordId },
  { title: '申请编号', cell: ({ requestId }) => requestId },
  { title: '理由', width: 50, cell: ({ because }) => because },
  { title: '批准人', cell: ({ approvedBy }) => approvedBy },
];
