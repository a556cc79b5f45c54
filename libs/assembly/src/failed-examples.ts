import type { RuleBook } from '@risk/editions';
import { runExamples } from '@risk/rules';

/** The examples of the rules that do not turn out as they say; empty when all hold. */
export function failedExamples({ rules }: Pick<RuleBook, 'rules'>): string[] {
  return runExamples(rules)
    .filter((outcome) => !outcome.passed)
    .map(({ file, rule, note, says }) => `${file} › ${rule}：${note}　${says}`);
}
