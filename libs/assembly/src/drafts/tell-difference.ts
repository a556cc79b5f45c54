import { dimensionName, elementName, schemeName } from '@risk/domain';
import type { Difference, RuleDifference, WordDifference } from '@risk/editions';
import { yamlText } from '@risk/settings';

/** A part of a rule as it was and as it is, as people read it; null is nothing there. */
export interface ToldPart {
  readonly name: string;
  readonly title: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** A difference in words. */
export interface ToldDifference {
  readonly rules: readonly (Omit<RuleDifference, 'parts'> & {
    readonly parts: readonly ToldPart[];
  })[];
  readonly words: readonly WordDifference[];
  readonly isScoringOther: boolean;
}

/** Tells a difference between two books in Chinese, what is long as YAML. */
export const toldDifference = ({ rules, ...more }: Difference): ToldDifference => ({
  ...more,
  rules: rules.map(({ parts, ...rule }) => ({ ...rule, parts: toldParts(parts) })),
});

/** Tells what differs between two versions of a rule. */
export const toldParts = (parts: RuleDifference['parts']): readonly ToldPart[] =>
  parts.map(({ name, before, after }) => ({
    ...{ name, title: TITLES[name] ?? name },
    ...{ before: told(name, before), after: told(name, after) },
  }));

const TITLES: Readonly<Record<string, string>> = {
  ...{ title: '标题', feed: '数据来源', source: '依据', when: '条件', dimension: '维度' },
  ...{ weight: '分值', halfLifeDays: '半衰期（天）', elements: '要件', scheme: '类型' },
  ...{ because: '理由模板', examples: '例子' },
};

const NAMES: Readonly<Record<string, (code: string) => string>> = {
  dimension: (code) => dimensionName(code as Parameters<typeof dimensionName>[0]),
  scheme: (code) => schemeName(code as Parameters<typeof schemeName>[0]),
  elements: (code) => elementName(code as Parameters<typeof elementName>[0]),
};

function told(name: string, value: unknown): string | null {
  if (value === null || value === undefined) return null;
  const nameOf = NAMES[name];
  if (nameOf && Array.isArray(value)) return value.map((one) => nameOf(String(one))).join('、');
  if (typeof value === 'string') return nameOf ? nameOf(value) : value;
  if (typeof value === 'number') return String(value);
  return yamlText(value).trimEnd();
}
