import { expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const HERE = 'apps/console/src';
const screens = readdirSync(HERE, { recursive: true, encoding: 'utf8' }).filter((name) =>
  /(?<!\.spec)\.tsx?$/.test(name),
);

it('no screen sends an official to a file of the configuration', () => {
  const named = screens.flatMap((name) =>
    (readFileSync(join(HERE, name), 'utf8').match(/config\/[\w-]+/g) ?? []).map(
      (file) => `${name}: ${file}`,
    ),
  );
  expect(named).toEqual([]);
});
