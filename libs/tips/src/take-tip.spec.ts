import { describe, expect, it } from '@jest/globals';
import { days, hours } from '@risk/kit';
import { aTip } from './testing/a-tip.js';
import { tipBed } from './testing/tip-bed.js';
import { PNG } from './testing/tip-store.contract.js';
import { digestOfCode } from './tip-code.js';

const NONE = { files: [] };

describe('a report', () => {
  it('goes in as a complaint, and is known by its code, which is kept nowhere', async () => {
    const { take, store, inlet, aForm } = tipBed();
    const code = await take.run({ form: aForm(), tip: aTip(), files: [{ bytes: PNG }] });
    expect(code).toMatch(/^(\w{4}-){4}\w{4}$/);
    const [kept] = store.kept;
    expect(kept).toMatchObject({ isAnonymous: true, source: 'public-report', regionCode: null });
    expect(kept!.code).toEqual(digestOfCode(code));
    expect(kept!.files).toMatchObject([{ name: '举报附件1.png' }]);
    expect(inlet.taken).toMatchObject([
      { sourceId: kept!.sourceId, payload: { text: aTip().text, attachments: 1, anonymous: true } },
    ]);
    expect(JSON.stringify([store.kept, inlet.taken])).not.toContain(code);
  });

  it('leaves who reported to the vault', async () => {
    const { take, store, inlet, aForm } = tipBed();
    const tip = aTip({ reporter: { name: '王某', phone: '13800000000' } });
    await take.run({ form: aForm(), tip, ...NONE });
    expect(JSON.stringify(store.kept)).not.toMatch(/王某|13800000000/);
    expect(inlet.taken).toMatchObject([{ payload: { reporter: { name: '王某' } } }]);
    expect(store.kept).toMatchObject([{ isAnonymous: false }]);
  });

  it('sent twice on one form is one, and shows the same code', async () => {
    const { take, store, inlet, aForm, clock } = tipBed();
    const form = aForm();
    const code = await take.run({ form, tip: aTip(), ...NONE });
    clock.advance(hours(1));
    expect(await take.run({ form, tip: aTip(), ...NONE })).toBe(code);
    expect([store.kept.length, inlet.taken.length]).toEqual([1, 1]);
  });

  it('sent twice at once on one form is one as well', async () => {
    const { take, store, aForm } = tipBed();
    const form = aForm();
    const send = () => take.run({ form, tip: aTip(), ...NONE });
    const [one, other] = await Promise.all([send(), send()]);
    expect(one).toBe(other);
    expect(store.kept).toHaveLength(1);
  });

  it('of other words is not taken on a form that brought one', async () => {
    const { take, aForm } = tipBed();
    const form = aForm();
    await take.run({ form, tip: aTip(), ...NONE });
    const other = take.run({ form, tip: aTip({ text: '另一件事，说来话长' }), ...NONE });
    await expect(other).rejects.toThrow('已经提交过');
  });

  it('that says the very same is one record with a code for each who sends it', async () => {
    const { take, store, inlet, aForm, clock } = tipBed();
    const codes = new Set<string>();
    for (const text of [aTip().text, ` ${aTip().text}\n`])
      codes.add(await take.run({ form: aForm(), tip: aTip({ text }), ...NONE }));
    expect([codes.size, store.kept.length, inlet.taken.length]).toEqual([2, 2, 1]);
    clock.advance(days(31));
    await take.run({ form: aForm(), tip: aTip(), ...NONE });
    expect(inlet.taken).toHaveLength(2);
  });

  it('of another person with the same words is another record', async () => {
    const { take, inlet, aForm } = tipBed();
    for (const name of ['王某', '赵某'])
      await take.run({ form: aForm(), tip: aTip({ reporter: { name } }), ...NONE });
    expect(inlet.taken).toHaveLength(2);
  });

  it('is kept nowhere when it could not go in, and goes in when it is sent again', async () => {
    const { take, store, inlet, aForm } = tipBed();
    const form = aForm();
    inlet.fault = new Error('the database is away');
    await expect(take.run({ form, tip: aTip(), ...NONE })).rejects.toThrow('away');
    expect(store.kept).toEqual([]);
    inlet.fault = null;
    await take.run({ form, tip: aTip(), ...NONE });
    expect([store.kept.length, inlet.taken.length]).toEqual([1, 1]);
  });

  it('with a file that is none goes nowhere', async () => {
    const { take, inlet, aForm } = tipBed();
    const files = [{ bytes: Buffer.from('<script>') }];
    await expect(take.run({ form: aForm(), tip: aTip(), files })).rejects.toThrow('附件');
    expect(inlet.taken).toEqual([]);
  });
});
