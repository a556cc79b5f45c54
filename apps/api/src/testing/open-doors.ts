import 'reflect-metadata';
import { HouseModule } from '@risk/assembly';
import type { Environment } from '@risk/settings';
import { ApiModule } from '../api.module.js';
import { startApi } from '../start-api.js';
import { FakeHouse } from './fake-house.js';

/** The real doors on a fake house, listening on a free port of this machine. */
export interface OpenDoors {
  readonly house: FakeHouse;
  readonly url: string;
  readonly takenPort: number | null;
  readonly publicUrl: string | null;
  /**
   * Asks as whoever the question names (`by`), who is signed in and of the office; as nobody when told so, and
   * as it is when it shows a cookie or a token of its own.
   */
  ask(path: string, init?: Question): Promise<Answer>;
  close(): Promise<void>;
}

export interface Question extends RequestInit {
  /** Null is nobody. */
  readonly as?: string | null;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly json: unknown;
}

export async function openDoors(environment: Partial<Environment> = {}): Promise<OpenDoors> {
  const house = new FakeHouse(environment);
  const { close, url, takenPort, publicUrl } = await startApi(
    HouseModule.around(house, ApiModule),
    house,
    house.log,
  );
  let closing: Promise<void> | null = null;
  return {
    house,
    url,
    takenPort,
    publicUrl,
    ask: async (path, question = {}) => {
      const { as = nameIn(path, question.body), ...init } = question;
      const headers = new Headers(init.headers);
      const isNamed = headers.has('cookie') || headers.has('authorization');
      if (as !== null && !isNamed) headers.set('cookie', await house.people.cookieOf(as));
      return answerOf(await fetch(`${url}${path}`, { redirect: 'manual', ...init, headers }));
    },
    close: () => (closing ??= close()),
  };
}

const SOMEBODY = '张某';

/** The name under which a question is put. */
function nameIn(path: string, body: unknown): string {
  const inPath = new URL(path, 'http://localhost').searchParams.get('by');
  const inBody = typeof body === 'string' ? /"by":\s*"([^"]+)"/.exec(body)?.[1] : undefined;
  return inBody ?? inPath ?? SOMEBODY;
}

/** What never ends by itself is not read: that it began is all there is to know. */
async function answerOf(response: Response): Promise<Answer> {
  const { status, headers } = response;
  if (headers.get('content-type')?.startsWith('text/event-stream') === true) {
    await response.body?.cancel();
    return { status, headers, text: '', json: null };
  }
  const text = await response.text();
  const isJson = (headers.get('content-type') ?? '').includes('json');
  const json: unknown = isJson ? JSON.parse(text) : null;
  return { status, headers, text, json };
}
