import { Invalid, NotFound, type Transaction } from '@risk/kit';
import { readCode } from '@risk/resolution';
import type { CaseEntity, CaseStore, Reference } from './ports.js';

/** Ids are short numbers; what reads as a credit code is one; anything else is a name. */
export function referenceOf(text: string): Reference {
  const value = text.trim();
  if (/^\d{1,14}$/.test(value)) return { kind: 'id', value };
  const { kind, wellFormed, code } = readCode(value);
  return kind === 'uscc' && wellFormed ? { kind, value: code } : { kind: 'name', value };
}

/** The one entity that is meant, locked; nobody and several are refused in words. */
export async function lockEntity(
  cases: CaseStore,
  tx: Transaction,
  text: string,
): Promise<CaseEntity> {
  const reference = referenceOf(text);
  if (reference.value === '') throw new Invalid('请写明主体：编号、统一社会信用代码或全称');
  const [entity, ...others] = await cases.bearersOf(tx, reference);
  if (!entity) throw new NotFound(`没有主体“${reference.value}”，请核对编号、代码或全称`);
  if (others.length > 0) throw new Invalid(severalNamed(reference.value, [entity, ...others]));
  return cases.lock(tx, entity.entityId);
}

function severalNamed(name: string, bearers: readonly CaseEntity[]): string {
  const each = bearers.map(({ entityId, uscc }) => `${entityId}（代码 ${uscc ?? '未知'}）`);
  return `有 ${bearers.length} 个主体叫“${name}”，请改用编号：${each.join('、')}`;
}
