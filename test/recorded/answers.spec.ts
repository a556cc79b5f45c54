import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { writeFile } from 'node:fs/promises';
import { jsonText } from '@risk/kit';
import { KNOWN_ANSWERS } from '../../apps/api/src/described/answers.js';
import { CHAPTERS, chapterOf } from '../../apps/api/src/described/chapters.js';
import { describeApi } from '../../apps/api/src/described/describe-api.js';
import { ToldAnswers } from '../support/told-answers.js';
import { answerShapes } from './answer-shapes.js';
import { comeIn } from './people.js';
import { RealDoors } from './real-doors.js';
import { Recorder } from './recorder.js';
import type { Shape } from './shape.js';
import { walkAll } from './walk-all.js';

const FOLDER = 'apps/api/src/described/answers';
const JSON_MEDIA = 'application/json';
const isWriting = process.env['RISK_GOLDEN'] === 'write';

const DOORS = Object.entries(describeApi().openapi.paths).flatMap(([path, operations]) =>
  Object.keys(operations).map((method) => `${method} ${path}`),
);

const SHAPED = Object.entries(KNOWN_ANSWERS).flatMap(([door, { media }]) =>
  media === JSON_MEDIA ? [door] : [],
);

/** Every door of the real house answers as the document says; RISK_GOLDEN=write renews what it says. */
describe('the answers of the document', () => {
  const told = new ToldAnswers();
  let doors: RealDoors;
  let recorder: Recorder;
  let shapes: ReadonlyMap<string, Shape>;

  beforeAll(async () => {
    doors = await RealDoors.open();
    recorder = new Recorder(doors.url);
    const ask: Recorder['ask'] = (door, wish) => recorder.ask(door, wish);
    const peek: Recorder['ask'] = (door, wish) => recorder.peek(door, wish);
    await walkAll({ doors, people: await comeIn(doors), ask, peek });
    shapes = await answerShapes([...recorder.heard.keys()]);
    if (isWriting) await keep(recorder, shapes);
  }, 600_000);
  afterAll(() => doors.close(), 60_000);

  it('are recorded at every door', () => {
    expect(DOORS.filter((door) => !recorder.answers.has(door))).toEqual([]);
  });

  it('complain of nothing inside', () => {
    expect(doors.complaints).toBe('');
  });

  const whenKept = isWriting ? it.skip : it;

  whenKept.each(DOORS)(
    '%s: have the status that is told, and the shape that its method declares',
    (door) => {
      const { status, media } = recorder.answers.get(door) ?? {};
      const known = KNOWN_ANSWERS[door];
      expect([status, media]).toEqual([known?.status, known?.media]);
      expect(known?.shape).toEqual(shapes.get(door));
    },
  );

  whenKept.each(SHAPED)('%s: are what a reader of the document expects, each of them', (door) => {
    const heard = recorder.heard.get(door) ?? [];
    expect(heard.length).toBeGreaterThan(0);
    expect(heard.flatMap(({ status, json }) => told.faultsOf(door, status, json))).toEqual([]);
  });
});

/** Writes what was recorded, a file a chapter. */
async function keep({ answers }: Recorder, shapes: ReadonlyMap<string, Shape>): Promise<void> {
  for (const { code } of CHAPTERS) {
    const own = [...answers].filter(([door]) => chapterOf(door.split(' ')[1] ?? '').code === code);
    const sorted = own.sort(([one], [other]) => (one < other ? -1 : 1));
    const kept = sorted.map(([door, answer]) => [door, { ...answer, shape: shapes.get(door) }]);
    await writeFile(`${FOLDER}/${code}.json`, `${jsonText(Object.fromEntries(kept))}\n`);
  }
}
