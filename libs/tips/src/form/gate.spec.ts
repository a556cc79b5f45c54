import { describe, expect, it } from '@jest/globals';
import { hours, minutes, seconds } from '@risk/kit';
import { FakeClock } from '../../../kit/src/testing/fake-clock.js';
import { compileTipPolicy, TIP_DEFAULTS } from '../policy.js';
import { answerTo } from '../testing/answer-to.js';
import { FakeSeals } from '../testing/fake-seals.js';
import { Gate, type SentForm } from './gate.js';
import { OpenedForms } from './opened-forms.js';

const POLICY = compileTipPolicy(TIP_DEFAULTS);

const begin = () => {
  const [clock, seals] = [new FakeClock(), new FakeSeals()];
  const forms = new OpenedForms(seals, clock, POLICY);
  const gate = new Gate(forms, seals, POLICY, clock);
  const send = (more: Partial<SentForm> = {}, from = '10.0.0.7', took = seconds(30)) => {
    const form = forms.open();
    clock.advance(took);
    return gate.admit({ form, trap: '', question: '', answer: '', ...more }, from);
  };
  const answered = (from: string) => {
    const form = forms.open();
    const asked = gate.admit({ form, trap: '', question: '', answer: '' }, from);
    if (!('ask' in asked)) return asked;
    const { words, sealed } = asked.ask;
    const answer = String(answerTo(words));
    return gate.admit({ form, trap: '', question: sealed, answer }, from);
  };
  return { clock, gate, forms, send, answered };
};

describe('the gate before the page of citizens', () => {
  it('lets in a person, and another after that', () => {
    const { send } = begin();
    expect(send()).toHaveProperty('form');
    expect(send()).toHaveProperty('form');
  });

  it.each<[string, Partial<SentForm>, number]>([
    ['who is too fast', {}, seconds(1)],
    ['who fills in what nobody sees', { trap: 'http://spam.example' }, seconds(30)],
    ['who sends an answer to no question', { answer: '5', question: 'AAAA' }, seconds(1)],
  ])('asks somebody %s', (_what, more, took) => {
    expect(begin().send(more, '10.0.0.7', took)).toHaveProperty('ask');
  });

  it('lets in whoever answers', () => {
    expect(begin().answered('10.0.0.7')).toHaveProperty('form');
  });

  it('asks whoever reports for the fourth time within the hour, and not the neighbour', () => {
    const { clock, send } = begin();
    for (let n = 0; n < 3; n += 1) expect(send()).toHaveProperty('form');
    expect(send()).toHaveProperty('ask');
    expect(send({}, '10.0.0.8')).toHaveProperty('form');
    clock.advance(hours(1));
    expect(send()).toHaveProperty('form');
  });

  it('is shut for an address that never stops, questions counted', () => {
    const { gate, send } = begin();
    for (let n = 0; n < 20; n += 1) send();
    expect(() => send()).toThrow('暂时不能再收');
    expect(() => {
      gate.refuseFlood('10.0.0.7');
    }).toThrow('直接打电话');
    expect(() => {
      gate.refuseFlood('10.0.0.8');
    }).not.toThrow();
  });

  it('counts one network for one address', () => {
    const { send } = begin();
    for (let n = 0; n < 3; n += 1) send({}, `2001:db8::${String(n)}`);
    expect(send({}, '2001:db8::ffff')).toHaveProperty('ask');
    expect(send({}, '2001:db8:0:1::1')).toHaveProperty('form');
  });

  it('asks everybody when many come at once, and shuts when it is a flood', () => {
    const { clock, send, gate, answered } = begin();
    for (let n = 0; n < 20; n += 1) answered(`10.0.${String(n)}.1`);
    expect(send({}, '10.9.9.9')).toHaveProperty('ask');
    for (let n = 20; n < 60; n += 1) answered(`10.0.${String(n)}.1`);
    const knock = () => {
      gate.refuseFlood('10.9.9.8');
    };
    expect(knock).toThrow('暂时不能再收');
    clock.advance(minutes(1));
    expect(knock).not.toThrow();
  });
});
