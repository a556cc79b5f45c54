import { isSamePerson } from '@risk/domain';
import { Invalid } from '@risk/kit';
import type { UnitNames } from './ports.js';

const LONGEST_NAME = 50;

/** The officers of a matter, each once: `officers：条例第二十一条……` when there are too few. */
export function officersOf(names: readonly string[], atLeast = 2): string[] {
  const officers = names
    .map((name) => name.trim().replace(/\s+/gu, ''))
    .filter((name, at, all) => all.findIndex((other) => isSamePerson(other, name)) === at);
  if (officers.some((name) => name === '' || name.length > LONGEST_NAME))
    throw new Invalid(`officers：姓名应为 1 到 ${LONGEST_NAME} 个字`);
  if (officers.length < atLeast)
    throw new Invalid(
      `officers：调查人员不得少于 ${atLeast} 人，且不能是同一人（《防范和处置非法集资条例》第二十一条）`,
    );
  return officers;
}

/** The name of a unit that exists. */
export function unitNamed(units: UnitNames, code: string, field = 'unit'): string {
  const name = units.nameOf(code);
  if (name === null) throw new Invalid(`${field}：没有代码为“${code}”的单位`);
  return name;
}

/** Whoever answers for something that another has to allow; the two are different people. */
export function approverOf(
  approver: string | null,
  others: readonly string[],
  law: string,
): string {
  const name = approver?.trim() ?? '';
  if (name === '') throw new Invalid(`approver：须写明批准的主要负责人（${law}）`);
  if (name.length > LONGEST_NAME) throw new Invalid(`approver：超过 ${LONGEST_NAME} 个字`);
  if (others.some((other) => isSamePerson(other, name)))
    throw new Invalid('approver：批准人不能是经办人（本地默认，非法定）');
  return name;
}
