import { beforeEach, describe, expect, it } from '@jest/globals';
import { minutes } from '@risk/kit';
import { CALLBACK, IdentityBed } from '../testing/identity-bed.js';

let bed: IdentityBed;
beforeEach(() => {
  bed = new IdentityBed();
});

const REFUSAL = '这次登录不是从本平台开始的、已经用过，或者超过了十分钟：请重新开始';

/** A visit up to the moment at which the browser is back. */
async function visit(to: string | null = null, from: string | null = null) {
  const { url, sealed } = await bed.signIn.begin(to);
  return { callbackUrl: bed.provider.answer(url, 'zhang'), sealed, from };
}

describe('a visit to the identity platform', () => {
  it('comes back as somebody, with the errand on which it went', async () => {
    expect(await bed.visits.finish(await visit('/alerts?tier=red'))).toEqual({
      for: 'sign-in',
      to: '/alerts?tier=red',
      identity: { issuer: 'https://platform.example', subject: 'zhang', name: null },
    });
    expect([...bed.provider.redirectUris]).toEqual([CALLBACK]);
  });

  it('fits into a cookie, however long the page is to which it goes on', async () => {
    const back = await visit(`/alerts?${'x'.repeat(5000)}`);
    expect(back.sealed.length).toBeLessThan(3000);
    expect(await bed.visits.finish(back)).toMatchObject({ to: null });
  });

  it('is good for ten minutes', async () => {
    const [early, late] = [await visit(), await visit()];
    bed.clock.advance(minutes(10) - 1);
    expect(await bed.visits.finish(early)).toMatchObject({ for: 'sign-in' });
    bed.clock.advance(1);
    await expect(bed.visits.finish(late)).rejects.toThrow(REFUSAL);
  });

  it('is good for once, even at a platform that would take its code again', async () => {
    const back = await visit();
    await bed.visits.finish(back);
    await expect(
      bed.visits.finish({ ...back, callbackUrl: `${back.callbackUrl}&code=2` }),
    ).rejects.toThrow(REFUSAL);
  });

  it('that failed is over as well', async () => {
    const back = await visit();
    await expect(bed.visits.finish({ ...back, callbackUrl: '/?state=other' })).rejects.toThrow(
      '没有通过核验',
    );
    await expect(bed.visits.finish(back)).rejects.toThrow(REFUSAL);
  });

  it('of one browser does not end in another', async () => {
    const [mine, theirs] = [await visit(), await visit()];
    await expect(bed.visits.finish({ ...mine, callbackUrl: theirs.callbackUrl })).rejects.toThrow(
      '没有通过核验',
    );
  });

  it.each([
    ['nothing', () => null],
    ['an empty cookie', () => ''],
    ['what is not sealed', () => Buffer.from('{}').toString('base64url')],
    ['what is sealed for another place', () => sealedElsewhere('second-factor:1')],
    ['what is sealed here but no visit', () => sealedElsewhere('identity-visit')],
  ])('cannot be made up: %s', async (_name, sealed) => {
    const back = await visit();
    await expect(bed.visits.finish({ ...back, sealed: sealed() })).rejects.toThrow(REFUSAL);
  });

  it('may fail only so often from one address', async () => {
    const wrong = { callbackUrl: '/', sealed: null, from: '10.0.0.7' };
    for (let time = 0; time < 5; time += 1)
      await expect(bed.visits.finish(wrong)).rejects.toThrow(REFUSAL);
    const right = await visit(null, '10.0.0.7');
    await expect(bed.visits.finish(right)).rejects.toThrow('失败次数过多');
    expect(await bed.visits.finish({ ...right, from: '10.0.0.8' })).toMatchObject({
      for: 'sign-in',
    });
  });
});

const sealedElsewhere = (place: string): string =>
  bed.stores.sealing.seal(Buffer.from('{"kept":{}}'), place).toString('base64url');
