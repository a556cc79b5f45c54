import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { writeFile } from 'node:fs/promises';
import { jsonText } from '@risk/kit';
import { KNOWN_ANSWERS } from '../../apps/api/src/described/answers.js';
import { CHAPTERS, chapterOf } from '../../apps/api/src/described/chapters.js';
import { describeApi } from '../../apps/api/src/described/describe-api.js';
import { comeIn } from './people.js';
import { RealDoors } from './real-doors.js';
import { Recorder } from './recorder.js';
import { namesIn, type Shape } from './shape.js';
import { walkAll } from './walk-all.js';

const FOLDER = 'apps/api/src/described/answers';
const isWriting = process.env['RISK_GOLDEN'] === 'write';

const DOORS = Object.entries(describeApi().openapi.paths).flatMap(([path, operations]) =>
  Object.keys(operations).map((method) => `${method} ${path}`),
);

/** Every door of the real house answers as the document says; RISK_GOLDEN=write renews what it says. */
describe('the answers of the document', () => {
  let doors: RealDoors;
  let recorder: Recorder;

  beforeAll(async () => {
    doors = await RealDoors.open();
    recorder = new Recorder(doors.url);
    const ask: Recorder['ask'] = (door, wish) => recorder.ask(door, wish);
    const peek: Recorder['ask'] = (door, wish) => recorder.peek(door, wish);
    await walkAll({ doors, people: await comeIn(doors), ask, peek });
    if (isWriting) await keep(recorder);
  }, 600_000);
  afterAll(() => doors.close(), 60_000);

  it('are recorded at every door', () => {
    expect(DOORS.filter((door) => !recorder.answers.has(door))).toEqual([]);
  });

  it('complain of nothing inside', () => {
    expect(doors.complaints).toBe('');
  });

  (isWriting ? it.skip : it).each(DOORS)(
    '%s: have the names that are told, and the same status',
    (door) => {
      const { status, media, shape = {} } = recorder.answers.get(door) ?? {};
      const known = KNOWN_ANSWERS[door];
      expect([status, media]).toEqual([known?.status, known?.media]);
      expect(namesOf(shape)).toEqual(namesOf(known?.shape ?? {}));
    },
  );
});

/** A word that only some answers have is told once. */
const namesOf = (shape: Shape): string[] => [...new Set(namesIn(shape))].sort();

/** Writes what was recorded, a file a chapter. */
async function keep({ answers }: Recorder): Promise<void> {
  for (const { code } of CHAPTERS) {
    const own = [...answers].filter(([door]) => chapterOf(door.split(' ')[1] ?? '').code === code);
    const sorted = own.sort(([one], [other]) => (one < other ? -1 : 1));
    const text = jsonText(Object.fromEntries(sorted));
    await writeFile(`${FOLDER}/${code}.json`, `${text}\n`);
  }
}
