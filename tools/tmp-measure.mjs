import { Database, PgBulletinSource } from '../dist/libs/store/src/index.js';
import { LARGE_DAY } from './bench/large-city.mjs';
const database = await Database.open({ url: process.argv[2] });
const explain = process.argv[3];
if (explain) {
  const orig = database.rows.bind(database);
  database.rows = async (sql, values) => { const r = await orig('explain (analyze, buffers, costs) ' + sql, values); console.log(r.map((x) => x['QUERY PLAN']).join('\n')); return []; };
}
const source = new PgBulletinSource(database);
const code = process.argv[4] ?? 'city';
const scope = code === 'city' ? { kind: 'city' } : { kind: code.split(':')[0], code: code.split(':')[1] };
const q = { scope, span: LARGE_DAY, samples: false };
const back = (n) => ({ since: new Date(LARGE_DAY.since - n * 864e5), until: new Date(LARGE_DAY.until - n * 864e5) });
const M = { hasReal: () => source.hasReal(q.span.until), begunAt: () => source.begunAt(false), begunS: () => source.begunAt(true), feeds: () => source.feeds(q, 24), raised: () => source.raised(q, 100), open: () => source.open(q), moves: () => source.moves(q, 100), risers: () => source.risers(q, 20), yields: () => source.yields(q, 12, 20), complained: () => source.complained(q, 20), owing: () => source.owing(q), overdue: () => source.overdue(q, 50), handOvers: () => source.handOvers(q, 50), outcomes: () => source.outcomes(q, 50), figures: () => source.figures(q, [q.span, back(1), back(7)]), trend: () => source.trend(q, 30) };
let sum = 0;
for (const [n, f] of Object.entries(M)) {
  if (explain && explain !== n) continue;
  const t = []; let a;
  for (let i = 0; i < (explain ? 1 : 3); i++) { const b = performance.now(); a = await f(); t.push(performance.now() - b); }
  sum += t.toSorted((x, y) => x - y)[t.length >> 1];
  if (!explain) console.log(n, t.map((x) => x.toFixed(1)).join(' '), Array.isArray(a) ? a.length : JSON.stringify(a), n === 'figures' ? JSON.stringify(a) : '');
}
console.log('sum', sum);
await database.close();
