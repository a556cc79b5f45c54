import type { Walk } from './people.js';

interface Whole {
  readonly id: string;
  readonly steps: readonly { readonly id: string }[];
  readonly files: readonly { readonly name: string }[];
}

/** Bulletins: ordered, read, released, corrected. */
export async function walkBulletins({ people, ask }: Walk, entityId: string): Promise<void> {
  const as = people.director;
  await ask('get /api/bulletins/upcoming', { as });
  const body = { entityId, because: '领导要求' };
  const { id } = await ask<{ id: string }>('post /api/bulletins', { as: people.officer, body });
  const at = { id };
  const again = { because: '补入当日晚间的情况' };
  await ask('post /api/bulletins/{id}/recompositions', { as: people.officer, at, body: again });
  const last = async () =>
    (await ask<Whole>('get /api/bulletins/{id}', { as, at })).steps.at(-1)?.id;
  const reviewed = { kind: 'reviewed', because: '数字已核对', seen: await last() };
  await ask('post /api/bulletins/{id}/steps', { as: people.officer, at, body: reviewed });
  const signed = { kind: 'signed', because: '同意印发', seen: await last() };
  await ask('post /api/bulletins/{id}/steps', { as, at, body: signed });
  const whole = await ask<Whole>('get /api/bulletins/{id}', { as, at });
  await ask('get /api/bulletins/{id}/files/{name}', {
    ...{ as, at: { id, name: whole.files[0]?.name ?? '' } },
  });
  await ask('post /api/bulletins/{id}/corrections', { as, at, body: { because: '金额有误' } });
  await ask('get /api/bulletins', { as });
  await ask('get /api/bulletins/export', { as });
}
