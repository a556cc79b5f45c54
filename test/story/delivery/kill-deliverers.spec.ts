import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { forkTypescript } from '../../../libs/feed/src/testing/fork-typescript.js';
import { NoticeBed, recipient } from '../../../libs/store/src/testing/notice-bed.js';
import { storeDatabase } from '../../../libs/store/src/testing/store-database.js';
import { MoodyMail, type Mood } from '../../support/moody-mail.js';
import { until } from '../../support/process.js';

const KILLS = 50;
const AT_ONCE = 2;
const SPEED = 20;
/** Three good ones for each of the others, so that something gets through. */
const MOODS: readonly Mood[] = [
  'accept',
  'delay',
  'busy',
  'accept',
  'drop-before-data',
  'accept-and-drop',
  'delay',
  'accept',
  'reject',
  'accept',
  'drop-in-data',
  'delay',
  'busy-after-data',
  'accept',
  'reject-after-data',
];

let db: Awaited<ReturnType<typeof storeDatabase>>;
let bed: NoticeBed;
let moodOf: (turn: number) => Mood = (turn) => MOODS[turn % MOODS.length] ?? 'accept';
let turn = 0;
const mail = new MoodyMail(() => moodOf(turn++));
const alive = new Set<ChildProcess>();
let smtp: string;

beforeAll(async () => {
  db = await storeDatabase();
  bed = new NoticeBed(db.database);
  smtp = await mail.listen();
});
afterAll(async () => {
  for (const child of alive) child.kill('SIGKILL');
  await mail.close();
  await db.drop();
});

/** A deliverer that has loaded all it needs and waits for the word. */
async function warm(): Promise<ChildProcess> {
  const child = forkTypescript('test/support/deliverer.ts', [db.url, smtp, String(SPEED)]);
  alive.add(child);
  child.once('exit', () => alive.delete(child));
  await once(child, 'message');
  return child;
}

/** Some notices, of which one is committed after others with a higher number. */
async function put(round: number): Promise<void> {
  const alertId = await bed.alert(round % 3 === 0 ? 'red' : 'yellow');
  const some = (from: number, count: number) =>
    Array.from({ length: count }, (_, i) => ({
      alertId,
      notBefore: new Date(0),
      to: recipient(`r${from + i}`),
    }));
  await Promise.all([
    bed.keep(...some(0, 20)),
    bed.keep(...some(20, 10)),
    bed.keep(...some(5, 10)),
  ]);
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  await once(child, 'exit');
}

describe('two deliverers that are killed again and again, and a mail server in all its moods', () => {
  it('send no notice twice and lose none', async () => {
    await put(0);
    const spares = [warm(), warm(), warm()];
    const working: ChildProcess[] = [];
    for (let killed = 0; killed < KILLS;) {
      await put(killed + 1);
      while (working.length < AT_ONCE) {
        const next = await spares.shift()!;
        next.send('go');
        working.push(next);
        spares.push(warm());
      }
      // Spread over the moments of a sending: leased, begun, connected, in the data, answered, settled.
      await sleep(20 + ((killed * 37) % 230));
      await kill(working.shift()!);
      killed++;
    }
    await Promise.all(working.map(kill));

    moodOf = () => 'accept';
    const last = await Promise.all(spares);
    for (const child of last) child.send('go');
    const rows = (where: string) =>
      db.database.rows<{ id: string; state: string }>(
        `select id, state from notice where ${where}`,
      );
    await until(async () => {
      const busy = await rows(
        `state in ('leased', 'sending') or (state = 'pending' and attempt < 3)`,
      );
      return busy.length === 0;
    });
    for (const child of last) child.send('end');
    await Promise.all(last.map((child) => once(child, 'exit')));

    const accepted = mail.accepted.map((id) => id.replace('notice-', ''));
    expect(accepted.filter((id, at) => accepted.indexOf(id) < at)).toEqual([]);
    const stateOf = new Map((await rows('true')).map(({ id, state }) => [id, state]));
    const wrong = [...stateOf].filter(([id, state]) => !isTrue(state, accepted.includes(id)));
    expect(wrong).toEqual([]);
    const counts = countsOf([...stateOf.values()]);
    expect(counts['sent']).toBeGreaterThan(500);
    expect(counts['unknown']).toBeGreaterThan(KILLS / 5);
    expect(counts['refused']).toBeGreaterThan(0);
    process.stderr.write(`${JSON.stringify(counts)}\n`);
  }, 180_000);
});

/** Sent is accepted; accepted is sent or unknown; everything else is visible and was not accepted. */
function isTrue(state: string, isAccepted: boolean): boolean {
  if (state === 'sent') return isAccepted;
  if (state === 'unknown') return true;
  return !isAccepted && (state === 'pending' || state === 'refused');
}

const countsOf = (states: readonly string[]): Record<string, number> =>
  Object.fromEntries([...new Set(states)].map((s) => [s, states.filter((x) => x === s).length]));
