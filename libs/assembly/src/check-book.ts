import { BookChecker, type BookVersions, type RuleBook } from '@risk/editions';
import { Invalid } from '@risk/kit';
import type { Engines } from './compile-engines.js';
import { failedExamples } from './failed-examples.js';

/** Compiles a book beside the engines in force and runs its examples. */
export class CheckBook extends BookChecker {
  constructor(private readonly engines: Pick<Engines, 'judging'>) {
    super();
  }

  check(book: RuleBook): BookVersions {
    const { rules, scoring } = this.engines.judging.withBook(book);
    const failed = failedExamples(book);
    if (failed.length > 0) {
      throw new Invalid(`规则旁的例子与规则不符：\n${failed.join('\n')}`, { problems: failed });
    }
    return { rules: rules.version, scoring: scoring.version };
  }
}
