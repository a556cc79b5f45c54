import type { RuleEdit } from '../../api/editions.js';
import type { RuleSource, Subject, WholeRule } from '../../api/rules.js';

/** A rule of the edition, ready to be changed; what it does not say stays unsaid. */
export function editOf(rule: WholeRule): RuleEdit {
  const { id, file, title, feed, dimension, weight, halfLifeDays, elements, scheme } = rule;
  const { because, sources, yaml } = rule;
  return {
    ...{ id, file, when: yaml.when, examples: yaml.examples },
    fields: {
      ...{ title, feed, source: asWritten(sources), dimension, weight, halfLifeDays, because },
      ...(elements.length === 0 ? {} : { elements }),
      ...(scheme === null ? {} : { scheme }),
    },
  };
}

/** One basis stands alone, several in a list. */
const asWritten = (sources: readonly RuleSource[]): unknown =>
  sources.length === 1 ? sources[0] : sources;

/** The bases of a rule that is being changed. */
export function sourcesIn({ fields }: RuleEdit): readonly RuleSource[] {
  const { source } = fields;
  const list = Array.isArray(source) ? (source as readonly RuleSource[]) : [source as RuleSource];
  return list.filter((one) => typeof one === 'object');
}

/** The rule with other bases; days that are not given stay unsaid. */
export const withSources = (edit: RuleEdit, sources: readonly RuleSource[]): RuleEdit =>
  withField(edit, 'source', asWritten(sources.map(saidOf)));

const saidOf = (source: RuleSource): RuleSource =>
  Object.fromEntries(
    Object.entries(source).filter(([, value]) => value !== undefined && value !== ''),
  ) as unknown as RuleSource;

/** The rule with one field otherwise; a field of nothing stays unsaid. */
export function withField(edit: RuleEdit, name: string, value: unknown): RuleEdit {
  const { [name]: _before, ...others } = edit.fields;
  const isNothing = value === undefined || (Array.isArray(value) && value.length === 0);
  return { ...edit, fields: isNothing ? others : { ...others, [name]: value } };
}

const FILES: Readonly<Record<Subject, string>> = {
  registration: 'rules/registration.yaml',
  complaint: 'rules/complaint.yaml',
  advertisement: 'rules/advertisement.yaml',
  entity: 'rules/entity.yaml',
};

const NEW_WHEN: Readonly<Record<Subject, string>> = {
  complaint: 'all:\n  - text: all\n    containsAny:\n      - 在这里写要找的词\n',
  advertisement: 'all:\n  - text: all\n    containsAny:\n      - 在这里写要找的词\n',
  registration: 'all:\n  - text: businessScope\n    containsAny:\n      - 在这里写要找的词\n',
  entity: 'all:\n  - count: complaints\n    days: 30\n    atLeast: 3\n',
};

const NEW_EXAMPLES: Readonly<Record<Subject, string>> = {
  complaint: example('text'),
  advertisement: example('text'),
  registration: example('businessScope'),
  entity:
    '- given: { entity: { complaints: { d7: 1, d30: 3, d90: 3 } } }\n  expect: fires\n' +
    '- given: { entity: { complaints: { d7: 0, d30: 0, d90: 0 } } }\n  expect: silent\n',
};

function example(field: string): string {
  return (
    `- given:\n    record:\n      ${field}: 这一段里在这里写要找的词\n  expect: fires\n` +
    `- note: 日常事项\n  given:\n    record:\n      ${field}: 小区停水\n  expect: silent\n`
  );
}

/** A rule that is not there yet, with everything that it must say. */
export const newEdit = (id: string, feed: Subject): RuleEdit => ({
  ...{ id, file: FILES[feed], when: NEW_WHEN[feed], examples: NEW_EXAMPLES[feed] },
  fields: {
    ...{ title: '', feed, source: { law: '本地默认' }, dimension: 'complaint', weight: 20 },
    ...{ halfLifeDays: 180, because: '' },
  },
});

/** Why a rule cannot be given this id; null where it can. */
export function faultOfId(id: string, known: readonly string[]): string | null {
  if (!/^[A-Z]{2}-[A-Z0-9-]+$/.test(id))
    return '编号形如 CP-NEW-WORD：两个大写字母、连字符、大写字母或数字';
  return known.includes(id) ? '已经有这个编号' : null;
}

/** A field of a rule that is being changed, as a form shows it. */
export function textIn({ fields }: RuleEdit, name: string): string {
  const value = fields[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** What a rule that is being changed is called; one without a title by its id. */
export const titleOf = (edit: RuleEdit): string => {
  const title = textIn(edit, 'title').trim();
  return title === '' ? edit.id : title;
};
