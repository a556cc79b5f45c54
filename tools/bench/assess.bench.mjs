// Complete judgement of records without a database, one thread: words, numbers, rules, classifier, score and mentions.
import { compileEngines } from '../../dist/libs/assembly/src/index.js';
import { parseItem } from '../../dist/libs/intake/src/index.js';
import { chunksOf, groupBy } from '../../dist/libs/kit/src/index.js';
import { loadConfig } from '../../dist/libs/settings/src/index.js';
import { classifyFigure } from './classify-texts.mjs';
import { rounded, say, timeOf } from './measure.mjs';
import { sampleRecords } from './samples.mjs';

const ROUNDS = 7;
const BATCH = 500;

export async function* run(args) {
  const config = await loadConfig('config');
  const engines = compileEngines(config);
  const records = recordsOf(Number(args[0] ?? 20_000), engines.sources);
  const yardstick = records.map((record) => JSON.stringify(record));
  yield figure('the mix of the sample feeds', records, yardstick, engines);
  for (const [feed, some] of groupBy(records, (record) => record.feed))
    yield figure(
      feed,
      some,
      some.map((record) => JSON.stringify(record)),
      engines,
    );
  yield classifyFigure(config.model.content, records);
}

/** The records as the doors hand them on. */
function recordsOf(count, sources) {
  const pseudonym = () => 'somebody';
  return sampleRecords(count).flatMap(({ feed, envelope }) => {
    const bytes = Buffer.from(JSON.stringify(envelope));
    const item = { feed, door: 'api', bytes, origin: {}, value: envelope };
    const parsed = parseItem(item, sources, pseudonym);
    if ('refused' in parsed) throw new Error(parsed.refused.reason);
    return [parsed.good.record];
  });
}

function figure(what, records, lines, engines) {
  const batches = chunksOf(records, BATCH);
  let [judging, parsing] = [Infinity, Infinity];
  let signals = 0;
  for (let round = 0; round < ROUNDS; round++) {
    judging = Math.min(
      judging,
      timeOf(() => {
        signals = 0;
        for (const batch of batches)
          for (const { assessment } of engines.judgeAll(batch))
            signals += assessment.signals.length;
      }),
    );
    parsing = Math.min(
      parsing,
      timeOf(() => lines.forEach((line) => JSON.parse(line))),
    );
  }
  say(`${what}: ${records.length} records, ${(signals / records.length).toFixed(2)} signals each`);
  const perSecond = (ms) => Math.round((records.length / ms) * 1000);
  return {
    figure: `records judged, ${what}`,
    value: perSecond(judging),
    unit: 'records/s',
    against: {
      what: 'JSON.parse of the same records',
      value: perSecond(parsing),
      ratio: rounded(parsing / judging),
    },
  };
}
