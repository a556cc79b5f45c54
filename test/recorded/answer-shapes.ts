import { doorsOf } from '../../apps/api/src/access/doors-with-rules.js';
import { CONTROLLERS } from '../../apps/api/src/api.module.js';
import { forkTypescript } from '../../libs/feed/src/testing/fork-typescript.js';
import type { Shape } from './shape.js';

const METHODS = doorsOf(CONTROLLERS);

/** What doors answer, by what their methods declare: `get /api/alerts/{id}`. */
export async function answerShapes(doors: readonly string[]): Promise<ReadonlyMap<string, Shape>> {
  const shapes = await shapesOf(doors.map(methodOf));
  return new Map(doors.map((door, at) => [door, shapes[at] ?? {}]));
}

/** Asked in a process of its own: jest's sandbox is no place for the compiler. */
async function shapesOf(methods: readonly string[]): Promise<readonly Shape[]> {
  const compiler = forkTypescript('test/recorded/typed-shapes-process.ts', []);
  const answer = new Promise<readonly Shape[]>((resolve, reject) => {
    compiler.once('message', (shapes) => resolve(shapes as readonly Shape[]));
    compiler.once('exit', (code) => reject(new Error(`the compiler ended with ${String(code)}`)));
  });
  compiler.send([...methods]);
  return answer;
}

/** Which method answers at a door of the document; one with a word of its own goes before one that takes any word. */
function methodOf(door: string): string {
  const [verb = '', path = ''] = door.split(' ');
  const own = path.replace(/\{(\w+)\}/g, ':$1');
  const here = METHODS.filter(({ method }) => method === verb.toUpperCase());
  const found = here.find((one) => one.path === own) ?? here.find((one) => isMet(one.path, own));
  return found?.name ?? '';
}

const isMet = (pattern: string, path: string): boolean =>
  new RegExp(`^${pattern.replace(/:\w+$/, '[^/:]+')}$`).test(path);
