import { describe, expect, it } from '@jest/globals';
import { hours } from '@risk/kit';
import { FakeClock } from '../../../kit/src/testing/fake-clock.js';
import { FakeSeals } from '../testing/fake-seals.js';
import { digestOfForm, OpenedForms } from './opened-forms.js';

const begin = () => {
  const clock = new FakeClock();
  return { clock, forms: new OpenedForms(new FakeSeals(), clock, { formLasts: hours(12) }) };
};

describe('a form', () => {
  it('is known again, with the moment at which it was opened', () => {
    const { clock, forms } = begin();
    const sealed = forms.open();
    const at = clock.now();
    clock.advance(hours(12));
    expect(forms.known(sealed).at).toEqual(at);
  });

  it('is no other form', () => {
    const { forms } = begin();
    const [one, other] = [forms.known(forms.open()), forms.known(forms.open())];
    expect(digestOfForm(one)).not.toEqual(digestOfForm(other));
    expect(digestOfForm(one)).toEqual(digestOfForm(one));
  });

  it('is refused when it lay open too long, or was opened in time to come', () => {
    const { clock, forms } = begin();
    const sealed = forms.open();
    clock.advance(hours(12) + 1);
    expect(() => forms.known(sealed)).toThrow('放得太久');
    clock.advance(-hours(13));
    expect(() => forms.known(sealed)).toThrow('放得太久');
  });

  it('stays the same for whoever mends something, as long as it holds', () => {
    const { clock, forms } = begin();
    const sealed = forms.open();
    expect(forms.sameOrNew(sealed)).toBe(sealed);
    clock.advance(hours(13));
    const fresh = forms.sameOrNew(sealed);
    expect(fresh).not.toBe(sealed);
    expect(forms.known(fresh).at).toEqual(clock.now());
    expect(forms.known(forms.sameOrNew('')).at).toEqual(clock.now());
  });

  it.each(['', 'AAAA', 'eyJub25jZSI6ImEiLCJhdCI6MX0'])('is not “%s”', (sealed) => {
    expect(() => begin().forms.known(sealed)).toThrow('放得太久');
  });
});
