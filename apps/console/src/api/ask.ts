import { noteLife } from '../shell/life.js';
import { problemOf, unreachable } from './problem.js';
import { signInAgain } from './sign-in-again.js';

/** How something is asked. */
export interface Asking {
  readonly signal?: AbortSignal;
  /** The screen asks by itself: no sign that somebody sits before it, so it keeps no login awake. */
  readonly isRefresh?: boolean;
}

/** Reads what lies at an address of the API. */
export const ask = <T>(path: string, asking: Asking = {}): Promise<T> =>
  request<T>(path, { method: 'GET' }, asking);

/** Does something at an address of the API. */
export const tell = <T>(path: string, body: object | null = null): Promise<T> =>
  request<T>(path, { method: 'POST', ...(body ? { body: JSON.stringify(body) } : {}) }, {});

/** Hands a file in at an address of the API. */
export const send = <T>(path: string, file: Blob): Promise<T> =>
  request<T>(path, { method: 'POST', body: file }, {});

async function request<T>(path: string, init: RequestInit, asking: Asking): Promise<T> {
  const { signal, isRefresh = false } = asking;
  const headers = new Headers({ accept: 'application/json' });
  if (init.body !== undefined) headers.set('content-type', kindOf(init.body));
  if (isRefresh) headers.set('x-risk-refresh', '1');
  const answer = await reach(`/api/${path}`, { ...init, headers, ...(signal ? { signal } : {}) });
  if (answer.status === 401) return signInAgain();
  const text = await answer.text();
  if (!answer.ok) throw problemOf(answer.status, answer.headers.get('content-type') ?? '', text);
  if (!isRefresh) noteLife();
  return JSON.parse(text) as T;
}

const kindOf = (body: RequestInit['body']): string =>
  typeof body === 'string' ? 'application/json' : 'application/octet-stream';

async function reach(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (error) {
    if (init.signal?.aborted) throw error;
    throw unreachable();
  }
}
