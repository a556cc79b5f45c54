import 'reflect-metadata';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Module } from '@nestjs/common';
import { HouseModule } from '@risk/assembly';
import { ConsoleController } from '../console.controller.js';
import { PlacesController } from '../places.controller.js';
import { startApi, type RunningApi } from '../start-api.js';
import { FakeHouse } from '../testing/fake-house.js';
import { BuiltConsole } from './built-console.js';

const PAGE = { accept: 'text/html' };
let folder: string;
let house: FakeHouse;
let api: RunningApi;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'risk-console-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'index.html'), '<title>工作台</title><meta nonce="risk-nonce" />');
  await writeFile(join(folder, 'assets/index-A1.js'), 'script');
  await writeFile(join(folder, 'assets/index-A1.js.gz'), gzipSync('script'));

  @Module({
    controllers: [ConsoleController, PlacesController],
    providers: [{ provide: BuiltConsole, useValue: new BuiltConsole(folder) }],
  })
  class Rooms {}
  house = new FakeHouse();
  api = await startApi(HouseModule.around(house, Rooms), house, house.log);
});
afterAll(async () => {
  await api.app.close();
  await rm(folder, { recursive: true, force: true });
});

async function ask(path: string, as: string | null, headers: Record<string, string> = PAGE) {
  const cookie: Record<string, string> = as ? { cookie: await house.people.cookieOf(as) } : {};
  return fetch(`${api.url}${path}`, { redirect: 'manual', headers: { ...headers, ...cookie } });
}

describe('the workbench', () => {
  it.each(['/workbench', '/workbench/accounts', '/workbench/alerts/7?q=x'])(
    '%s is one page for whoever is signed in',
    async (path) => {
      const answer = await ask(path, '张某');
      expect([answer.status, answer.headers.get('content-type')]).toEqual([
        ...[200, 'text/html; charset=utf-8'],
      ]);
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(await answer.text()).toContain('<title>工作台</title>');
    },
  );

  it('sends whoever is not to the login, which leads back', async () => {
    const answer = await ask('/workbench/accounts?q=x', null);
    expect([answer.status, answer.headers.get('location')]).toEqual([
      ...[303, '/login?to=%2Fworkbench%2Faccounts%3Fq%3Dx'],
    ]);
  });

  it('runs its own scripts alone, and lets in styles that know the word of this answer', async () => {
    const [one, other] = [await ask('/workbench', '张某'), await ask('/workbench', '张某')];
    const policy = one.headers.get('content-security-policy') ?? '';
    const word = /nonce="([^"]+)"/.exec(await one.text())?.[1] ?? 'none';
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      `style-src 'self' 'nonce-${word}'`,
      "img-src 'self' data:",
      "connect-src 'self'",
      "frame-src 'self'",
      "form-action 'self'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
    ]);
    expect(await other.text()).not.toContain(word);
  });
});

describe('the files of the workbench', () => {
  it('are kept for good, small, by whoever asks', async () => {
    const answer = await ask('/workbench/assets/index-A1.js', null, { 'accept-encoding': 'gzip' });
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'content-encoding': 'gzip',
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'Accept-Encoding',
    });
    expect(await answer.text()).toBe('script');
  });

  it('come as they are to whoever does not take them small', async () => {
    const headers = { 'accept-encoding': 'identity' };
    const answer = await ask('/workbench/assets/index-A1.js', null, headers);
    expect([answer.headers.get('content-encoding'), await answer.text()]).toEqual([null, 'script']);
  });

  it.each(['nowhere.js', '..%2findex.html', '%2e%2e%2findex.html', '..%5cindex.html', 'a%00.js'])(
    'called %s are not there',
    async (name) => {
      const json = { accept: 'application/json' };
      expect((await ask(`/workbench/assets/${name}`, null, json)).status).toBe(404);
    },
  );
});

describe('the units and regions of an account', () => {
  it('are told to administrators, with the code of the office', async () => {
    const cookie = await house.people.cookieOf('陈系统', { roles: ['system-admin'] });
    const answer = await fetch(`${api.url}/api/places`, { headers: { cookie } });
    const { office, units, regions } = (await answer.json()) as {
      office: string;
      units: { code: string; name: string }[];
      regions: { code: string; name: string }[];
    };
    expect(units.map(({ code }) => code)).toContain(office);
    expect(regions.length).toBeGreaterThan(0);
    expect(Object.keys(units[0] ?? {})).toEqual(['code', 'name']);
  });
});
