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
  ask(path: string, init?: RequestInit): Promise<Answer>;
  close(): Promise<void>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly json: unknown;
}

export async function openDoors(environment: Partial<Environment> = {}): Promise<OpenDoors> {
  const house = new FakeHouse(environment);
  const { app, url, takenPort } = await startApi(
    HouseModule.around(house, ApiModule),
    house,
    house.log,
  );
  let closing: Promise<void> | null = null;
  return {
    house,
    url,
    takenPort,
    ask: async (path, init) => answerOf(await fetch(`${url}${path}`, init)),
    close: () => (closing ??= app.close()),
  };
}

async function answerOf(response: Response): Promise<Answer> {
  const text = await response.text();
  const isJson = (response.headers.get('content-type') ?? '').includes('json');
  const json: unknown = isJson ? JSON.parse(text) : null;
  return { status: response.status, headers: response.headers, text, json };
}
