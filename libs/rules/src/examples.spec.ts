import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { compileRules, rulesFileSchema, runExamples } from './index.js';

const folder = 'config/rules';
const files = readdirSync(folder).map((name) => ({
  name: `rules/${name}`,
  content: parse(readFileSync(`${folder}/${name}`, 'utf8')) as unknown,
}));
const outcomes = runExamples(files);

describe('every rule keeps the promises that stand beside it', () => {
  it.each(outcomes.map((o) => [`${o.rule} #${o.index} ${o.expected} ${o.note}`, o] as const))(
    '%s',
    (_name, outcome) => {
      expect(outcome).toMatchObject({ passed: true });
    },
  );
});

describe('the rule book as a whole', () => {
  const rules = files.flatMap((file) => rulesFileSchema.parse(file.content).rules);

  it('has substance over all feeds and across them', () => {
    const count = (feed: string) => rules.filter((rule) => rule.feed === feed).length;
    expect(compileRules(files).size).toBeGreaterThanOrEqual(80);
    for (const feed of ['registration', 'complaint', 'advertisement', 'entity']) {
      expect(count(feed)).toBeGreaterThanOrEqual(15);
    }
  });

  it('shows each rule firing and each rule silent', () => {
    const kinds = rules.map((rule) => [rule.id, new Set(rule.examples.map((e) => e.expect)).size]);
    expect(kinds.filter(([, n]) => n !== 2)).toEqual([]);
  });
});
