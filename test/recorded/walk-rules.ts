import { readdir, readFile } from 'node:fs/promises';
import { until } from '../support/process.js';
import type { Walk } from './people.js';

const SIGNED = { because: '近期误报较多' };

/** Rules and words in force, a draft of others, and how an edition goes its way. */
export async function walkRules(walk: Walk): Promise<void> {
  await look(walk);
  const as = walk.people.officer;
  const { rows } = await walk.ask<{ rows: readonly { id: string }[] }>('get /api/editions', { as });
  await walk.ask('get /api/editions/export', { as });
  await draft(walk, rows[0]?.id ?? '');
  await publish(walk);
}

async function look({ people, ask }: Walk): Promise<void> {
  const as = people.officer;
  const rules = await ask<{ rows: readonly { id: string }[] }>('get /api/rules', { as });
  await ask('get /api/rules/export', { as });
  for (const { id } of rules.rows.slice(0, 3)) await ask('get /api/rules/{id}', { as, at: { id } });
  const words = await ask<{ rows: readonly { id: string }[] }>('get /api/lexicon', { as });
  await ask('get /api/lexicon/export', { as });
  await ask('get /api/lexicon/{id}', { as, at: { id: words.rows[0]?.id ?? '' } });
  for (const { id } of rules.rows.slice(0, 8)) {
    await ask('get /api/codes/{code}/strikes', { as, at: { code: id } });
    await ask('get /api/codes/{code}/alerts', { as, at: { code: id } });
  }
  await ask('get /api/codes/{code}/strikes/export', { as, at: { code: rules.rows[0]?.id ?? '' } });
  await ask('post /api/try', {
    as,
    body: { text: { feed: 'advertisement', text: '保本保息，年化24%，名额有限' } },
  });
}

async function draft({ people, ask }: Walk, base: string): Promise<void> {
  const as = people.officer;
  const words = await ask<{ rows: readonly { id: string }[] }>('get /api/lexicon', { as });
  const add = ['金凤凰认购码'];
  const changes = { base, words: [{ list: words.rows[0]?.id, add, remove: [] }] };
  await ask('post /api/drafts/check', { as, body: changes });
  const kept = { ...changes, title: '增补词语', ...SIGNED };
  const { id } = await ask<{ id: string }>('post /api/drafts', { as, body: kept });
  await ask('get /api/editions/{id}/difference', { as, at: { id } });
  await ask('post /api/editions/{id}/withdraw', {
    as: people.director,
    at: { id },
    body: { because: '另行起草' },
  });
}

async function publish({ people, ask, peek, doors }: Walk): Promise<void> {
  const as = people.officer;
  const body = { title: '投诉减权', ...SIGNED, rules: await lighterRules() };
  const { id } = await ask<{ id: string }>('post /api/editions', { as, body });
  const at = { id };
  await ask('post /api/editions/{id}/backtest', { as, at, body: SIGNED });
  await ask('post /api/editions/{id}/backtest/start', { as, at, body: SIGNED });
  await until(async () => {
    interface State {
      readonly job: { readonly state: string } | null;
    }
    const { job } = await peek<State>('get /api/editions/{id}/backtest', { as, at });
    return job?.state !== 'running';
  });
  await ask('get /api/editions/{id}/backtest', { as, at });
  await ask('get /api/editions/{id}/backtest/changes', { as, at });
  await ask('get /api/editions/{id}/backtest/changes/export', { as, at });
  await ask('post /api/editions/{id}/shadow', { as, at, body: { because: '先看影子运行' } });
  await ask('get /api/editions/{id}/shadow', { as, at });
  const step = { because: '回测和影子运行都已看过' };
  const director = await doors.visitor({ name: '孙某', roles: ['director'] });
  await ask('post /api/editions/{id}/publish', {
    as: director,
    at,
    body: { ...step, urgent: true },
  });
  await ask('get /api/editions/{id}', { as: director, at });
  await ask('get /api/editions/{id}/life', { as: director, at });
  interface Page {
    readonly rows: readonly { readonly id: string; readonly origin: string }[];
  }
  const { rows } = await ask<Page>('get /api/editions', { as: director });
  const before = rows.find(({ origin }) => origin === 'folder');
  await ask('post /api/editions/{id}/rollback', {
    ...{ as: director, at: { id: before?.id ?? '' }, body: step },
  });
}

/** The rules in force, with the weights of complaints taken down. */
async function lighterRules(): Promise<Readonly<Record<string, string>>> {
  const names = await readdir('config/rules');
  const texts = names.map(
    async (name) => [name, await readFile(`config/rules/${name}`, 'utf8')] as const,
  );
  const rules = Object.fromEntries(await Promise.all(texts));
  const complaints = rules['complaint.yaml']?.replaceAll(/weight: \d+/g, 'weight: 1') ?? '';
  return { ...rules, 'complaint.yaml': complaints };
}
