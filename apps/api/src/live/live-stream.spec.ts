import { describe, expect, it } from '@jest/globals';
import type { Person } from '@risk/access';
import { WHOLE_CITY, type Sight } from '@risk/domain';
import { LiveStream } from './live-stream.js';

const person = (sight: Sight = WHOLE_CITY): Person => ({
  ...{ kind: 'person', id: '1', name: '张某', unit: 'office', roles: ['monitor'], sight },
  ...{ permissions: new Set(['alerts.read'] as const), sample: false },
});
const NEWS = { raised: ['7'], changed: [], isLost: false, last: 'p-3' };

const written = (stream: LiveStream): string => String(stream.bytes.read() ?? '');

describe('a stream of events', () => {
  it('greets with its place, tells, and beats', () => {
    const stream = new LiveStream(person(), () => Promise.resolve(person()));
    stream.greet({ ...NEWS, raised: [] });
    stream.tell(NEWS);
    stream.beat();
    expect(written(stream)).toBe(
      'retry: 5000\n\n' +
        'id: p-3\nevent: alerts\ndata: {"raised":[],"changed":[],"isLost":false}\n\n' +
        'id: p-3\nevent: alerts\ndata: {"raised":["7"],"changed":[],"isLost":false}\n\n' +
        ': \n\n',
    );
  });

  it('follows what its reader may see', async () => {
    const narrow: Sight = { units: ['market'], regions: 'all' };
    const stream = new LiveStream(person(), () => Promise.resolve(person(narrow)));
    expect([stream.who, stream.sight]).toEqual(['1', WHOLE_CITY]);
    await stream.check();
    expect(stream.sight).toEqual(narrow);
  });

  it.each<[string, () => Promise<Person | null>]>([
    ['the login ended', () => Promise.resolve(null)],
    ['nobody can say whether it holds', () => Promise.reject(new Error('away'))],
  ])('ends when %s, and says nothing afterwards', async (_when, stillIn) => {
    const stream = new LiveStream(person(), stillIn);
    await stream.check();
    stream.tell(NEWS);
    stream.end();
    expect(written(stream)).toBe('event: ended\ndata: {}\n\n');
    expect(stream.bytes.writableEnded).toBe(true);
  });

  it('ends for a reader who does not read', () => {
    const stream = new LiveStream(person(), () => Promise.resolve(person()));
    const long = { ...NEWS, changed: Array.from({ length: 20_000 }, (_, at) => String(at)) };
    for (let time = 0; time < 4; time += 1) stream.tell(long);
    expect(stream.bytes.writableEnded).toBe(true);
  });
});
