import { sayNumber } from './bounds.js';
import { fieldSpec } from './fields.js';
import type { Facts, Subject } from './facts.js';
import { sayFigure } from './operators/operator.js';
import { leadingPlaces, type Sight } from './sight.js';
import { readerOf } from './view.js';

const PLACEHOLDER = /\{([^{}]+)\}/g;
const QUOTES_SHOWN = 4;

type Fill = (facts: Facts, seen: Sight) => string;

/** Names that every template may use besides the fields of its feed. */
const SPECIAL: Readonly<Record<string, Fill>> = {
  quote: (_facts, seen) => quotes(seen)[0] ?? '',
  quotes: (_facts, seen) => quotes(seen).slice(0, QUOTES_SHOWN).join('”“'),
  yield: (facts) =>
    facts.annualYieldPercent === null ? '' : sayNumber(facts.annualYieldPercent, '%'),
  seen: (_facts, seen) => seen.says,
};

const quotes = (seen: Sight): string[] => [...new Set(leadingPlaces(seen).map((e) => e.quote))];

/** Names in braces that a template of this subject may not use. */
export function templateProblems(template: string, subject: Subject): string[] {
  const strangers = [...template.matchAll(PLACEHOLDER)].flatMap(([, name = '']) => {
    if (Object.hasOwn(SPECIAL, name) || fieldSpec(name)?.of.includes(subject)) return [];
    return [`说明中的 {${name}} 不是 ${subject} 的字段，也不是 ${Object.keys(SPECIAL).join('、')}`];
  });
  const isOpen = /[{}]/.test(template.replace(PLACEHOLDER, ''));
  return isOpen ? [...strangers, '说明中的花括号没有成对，应写成 {字段}'] : strangers;
}

/** Compiles `…{amount}…` into a sentence maker. */
export function compileTemplate(template: string): Fill {
  return (facts, seen) =>
    template.replace(PLACEHOLDER, (_whole, name: string) => fillOf(name)(facts, seen));
}

const fillOf = (name: string): Fill =>
  (Object.hasOwn(SPECIAL, name) ? SPECIAL[name] : undefined) ?? fieldFill(name);

function fieldFill(name: string): Fill {
  const read = readerOf(name);
  return (facts) => {
    const value = read(facts);
    if (typeof value === 'number') return sayFigure(value, name);
    if (Array.isArray(value)) return String(value.length);
    return typeof value === 'string' ? value.slice(0, 60) : '未知';
  };
}
