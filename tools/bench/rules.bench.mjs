// The rule engine by itself, one thread, beside json-rules-engine asked the same: rules of three conditions over a record
// of forty fields, with what every condition saw.
import { Engine } from 'json-rules-engine';
import { compileRules } from '../../dist/libs/rules/src/index.js';
import { randomOf, rounded, say, timeOf } from './measure.mjs';

const ROUNDS = 7;
const RECORDS = 200;
const FIELDS = 40;
let sink = 0;

/** The fields that the rules ask, how, and what they may hold; the record's other fields are there to be passed over. */
const NUMBERS = ['registeredCapital', 'paidInCapital'];
const CHOICES = ['legalRepresentative', 'regionCode', 'uscc'];

const pick = (random, list) => list[Math.floor(random() * list.length)];
const values = ['甲', '乙', '丙', '丁'];

function recordOf(random) {
  const record = {};
  for (const field of NUMBERS) record[field] = Math.floor(random() * 1000);
  for (const field of CHOICES) record[field] = pick(random, values);
  for (let i = Object.keys(record).length; i < FIELDS; i++) record[`other${i}`] = `${i}`;
  return record;
}

/** Three conditions, told to both engines: a number above, a number below, a value among some. */
function questionsOf(random) {
  const [low, high] = [Math.floor(random() * 600), 400 + Math.floor(random() * 600)];
  const field = pick(random, CHOICES);
  const some = values.filter(() => random() < 0.6);
  const among = some.length > 0 ? some : values.slice(0, 1);
  return {
    ours: [
      { number: NUMBERS[0], above: low },
      { number: NUMBERS[1], below: high },
      { value: field, in: among },
    ],
    theirs: [
      { fact: NUMBERS[0], operator: 'greaterThan', value: low },
      { fact: NUMBERS[1], operator: 'lessThan', value: high },
      { fact: field, operator: 'in', value: among },
    ],
  };
}

const ruleOf = (id, conditions) => ({
  id: `BN-${id}`,
  title: `第 ${id} 条`,
  feed: 'registration',
  source: { law: '本地默认' },
  when: { all: conditions },
  dimension: 'compliance',
  weight: 10,
  halfLifeDays: 180,
  because: '登记内容符合条件',
  examples: [
    { given: { record: {} }, expect: 'silent' },
    { given: { record: {} }, expect: 'silent' },
  ],
});

export async function* run() {
  const random = randomOf(4);
  const records = Array.from({ length: RECORDS }, () => recordOf(random));
  const few = Array.from({ length: 30 }, () => questionsOf(random));
  yield* beside(few, records);
  const many = Array.from({ length: 1000 }, () => questionsOf(random));
  yield* thousand(many, records);
  say(`(${sink % 10})`);
}

const compiled = (questions) =>
  compileRules([
    { name: 'bench.yaml', content: { rules: questions.map(({ ours }, i) => ruleOf(i, ours)) } },
  ]);

const factsOf = (record) => ({
  feed: 'registration',
  record,
  occurredAt: new Date('2026-11-02T09:00:00+08:00'),
  hits: [],
  annualYieldPercent: null,
  entity: null,
});

/** Everything that every condition saw, put into words. */
function traced(engine, facts) {
  for (const { fired, sight } of engine.trace(facts)) {
    sink += fired ? 1 : 0;
    for (const part of sight.parts) sink += part.says.length;
  }
}

async function* beside(questions, records) {
  const engine = compiled(questions);
  const theirs = new Engine(
    questions.map(({ theirs: all }, i) => ({
      conditions: { all },
      event: { type: `BN-${i}` },
      name: `BN-${i}`,
    })),
  );
  const facts = records.map(factsOf);
  await agree(engine, theirs, facts);
  const best = { lazy: Infinity, told: Infinity, theirs: Infinity };
  for (let round = 0; round < ROUNDS; round++) {
    best.lazy = Math.min(
      best.lazy,
      timeOfEach(() => facts.forEach((f) => (sink += engine.trace(f).length)), 50),
    );
    best.told = Math.min(
      best.told,
      timeOfEach(() => facts.forEach((f) => traced(engine, f)), 10),
    );
    const begun = performance.now();
    for (const record of records) sink += (await theirs.run(record)).results.length;
    best.theirs = Math.min(best.theirs, performance.now() - begun);
  }
  const perSecond = (ms) => Math.round((records.length / ms) * 1000);
  const against = (ms) => ({
    what: 'json-rules-engine',
    value: perSecond(best.theirs),
    ratio: rounded(best.theirs / ms),
  });
  yield {
    figure: '30 rules of 3 conditions over 40 fields, full trace',
    value: perSecond(best.lazy),
    unit: 'evaluations/s',
    against: against(best.lazy),
  };
  yield {
    figure: 'the same with the trace put into words',
    value: perSecond(best.told),
    unit: 'evaluations/s',
    against: against(best.told),
  };
}

/** Milliseconds of one of several runs. */
const timeOfEach = (work, times) =>
  timeOf(() => {
    for (let i = 0; i < times; i++) work();
  }) / times;

/** Both engines must find the same, or the comparison says nothing. */
async function agree(engine, theirs, facts) {
  for (const fact of facts.slice(0, 50)) {
    const ours = engine.trace(fact).flatMap(({ rule, fired }) => (fired ? [rule] : []));
    const { results } = await theirs.run(fact.record);
    const found = results.map(({ event }) => event.type).sort();
    if (ours.sort().join() !== found.join()) throw new Error('the engines do not agree');
  }
}

function* thousand(questions, records) {
  const engine = compiled(questions);
  const facts = records.map(factsOf);
  let best = Infinity;
  for (let round = 0; round < ROUNDS; round++)
    best = Math.min(
      best,
      timeOf(() => facts.forEach((f) => (sink += engine.trace(f).length))),
    );
  yield {
    figure: '1,000 rules over one record, full trace',
    value: rounded(best / records.length),
    unit: 'ms',
  };
}
