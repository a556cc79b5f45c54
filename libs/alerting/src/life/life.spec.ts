import { describe, expect, it } from '@jest/globals';
import { ALERT_STAGES, type AlertStage } from '@risk/domain';
import { hours } from '@risk/kit';
import { City } from '../testing/city.js';
import { stageAfter, STEP_KINDS, stepsAt, type StepKind } from './steps.js';

describe('the steps', () => {
  const OPEN_STAYS = {
    raised: 'raised',
    acknowledged: 'acknowledged',
    verifying: 'verifying',
    confirmed: 'confirmed',
    refuted: 'refuted',
    transferred: 'transferred',
  } as const;
  const LEADS_TO: Readonly<Record<StepKind, Partial<Record<AlertStage, AlertStage>>>> = {
    acknowledged: {
      raised: 'acknowledged',
      acknowledged: 'acknowledged',
      verifying: 'verifying',
      confirmed: 'confirmed',
      refuted: 'refuted',
      transferred: 'transferred',
    },
    verifying: { raised: 'verifying', acknowledged: 'verifying', transferred: 'verifying' },
    answered: OPEN_STAYS,
    followed: { ...OPEN_STAYS, closed: 'closed' },
    noted: { ...OPEN_STAYS, closed: 'closed' },
    disputed: { raised: 'raised', acknowledged: 'acknowledged', verifying: 'verifying' },
    paused: { raised: 'raised', acknowledged: 'acknowledged', verifying: 'verifying' },
    resumed: { raised: 'raised', acknowledged: 'acknowledged', verifying: 'verifying' },
    assigned: { raised: 'raised', acknowledged: 'acknowledged', verifying: 'verifying' },
    entrusted: OPEN_STAYS,
    confirmed: { verifying: 'confirmed' },
    refuted: { raised: 'refuted', acknowledged: 'refuted', verifying: 'refuted' },
    transferred: {
      raised: 'transferred',
      acknowledged: 'transferred',
      verifying: 'transferred',
      confirmed: 'transferred',
      refuted: 'transferred',
    },
    closed: {
      verifying: 'closed',
      confirmed: 'closed',
      refuted: 'closed',
      transferred: 'closed',
    },
    reopened: {
      confirmed: 'verifying',
      refuted: 'verifying',
      transferred: 'verifying',
      closed: 'verifying',
    },
  };

  it.each(STEP_KINDS)('%s is possible from these stages and no other', (kind) => {
    const reached = ALERT_STAGES.flatMap((stage) => {
      try {
        return [[stage, stageAfter(kind, { stage, role: 'lead' }, false)]];
      } catch {
        return [];
      }
    });
    expect(Object.fromEntries(reached)).toEqual(LEADS_TO[kind]);
  });

  it.each<[string, StepKind, 'lead' | 'assist' | 'copy' | null, boolean, string | null]>([
    ['whoever was never told', 'answered', null, false, '没有送过这个单位'],
    ['an assistant who decides', 'refuted', 'assist', false, '只有主办单位和金融办'],
    ['the office, although it was not told', 'refuted', null, true, null],
    ['an assistant who answers', 'answered', 'assist', false, null],
  ])('are refused or not to %s', (_name, kind, role, isOffice, refusal) => {
    const take = () => stageAfter(kind, { stage: 'raised', role }, isOffice);
    if (refusal === null) expect(take).not.toThrow();
    else expect(take).toThrow(refusal);
  });
});

describe('what can be done now', () => {
  it.each<[AlertStage, 'lead' | 'assist' | null, boolean, string]>([
    [
      'raised',
      'lead',
      false,
      'acknowledged verifying answered followed noted disputed paused resumed assigned entrusted refuted transferred',
    ],
    [
      'raised',
      'assist',
      false,
      'acknowledged answered followed noted disputed paused resumed entrusted',
    ],
    ['closed', null, true, 'followed noted reopened'],
    ['raised', null, false, ''],
  ])('with an alert that is %s, by a unit in the part of %s', (stage, role, isOffice, kinds) => {
    expect(stepsAt({ stage, role }, isOffice).join(' ')).toBe(kinds);
  });
});

describe('a step', () => {
  it('acknowledges for the own unit only; the lead’s moves the alert', async () => {
    const city = new City();
    await city.raise('1', 'orange');
    await city.step('acknowledged', { unit: 'county' });
    expect(city.alerts.row('1').stage).toBe('raised');
    await city.step('acknowledged');
    expect(city.alerts.row('1').stage).toBe('acknowledged');
    expect(city.duties.standing.map((d) => `${d.unit} ${d.kind}`)).toEqual([
      'office answer',
      'county answer',
    ]);
  });

  it('that answers fulfils what the unit owed, and leaves others to theirs', async () => {
    const city = new City();
    await city.raise('1', 'orange');
    await city.step('answered', { unit: 'county', because: '经查，该公司已停业' });
    expect(city.duties.standing.map((d) => d.unit)).toEqual(['office', 'office']);
    expect(city.duties.rows.filter((d) => d.doneBy !== null).map((d) => d.unit)).toEqual([
      'county',
      'county',
    ]);
  });

  it('that says what follows from a receipt was done needs something to follow', async () => {
    const city = new City();
    await city.raise('1', 'orange');
    await expect(city.step('followed')).rejects.toThrow('没有待办的后续事项');
    const owed = { alertId: '1', unit: 'office', role: 'lead', sample: false } as const;
    const asked = { kind: 'follow', subject: '补充材料', because: '回执' } as const;
    const [from, dueAt] = [city.clock.now(), new Date(city.clock.now().getTime() + hours(8))];
    await city.on.work.run((tx) => city.duties.owe(tx, [{ ...owed, ...asked, from, dueAt }]));
    await expect(city.step('followed', { unit: 'county' })).rejects.toThrow('本单位没有');
    await city.step('followed', { because: '已补充材料' });
    expect(city.duties.standing.map(({ kind }) => kind)).not.toContain('follow');
    expect(city.duties.standing).toHaveLength(4);
  });

  it('that brings a result ends what all owe, and tells everybody else', async () => {
    const city = new City();
    await city.raise('1', 'orange');
    const { changeId } = await city.step('refuted');
    expect(city.duties.standing).toEqual([]);
    expect(city.duties.rows.find((d) => d.unit === 'county')?.endedBecause).toBe('本件已排除');
    expect(city.mails.slice(-2)).toEqual([
      `county/liaison refuted#${changeId}`,
      `police/liaison refuted#${changeId}`,
    ]);
  });

  it('needs a name and a reason', async () => {
    const city = new City();
    await city.raise('1', 'blue');
    await expect(city.step('noted', { by: ' ' })).rejects.toThrow('by：请写明');
    await expect(city.step('noted', { because: '' })).rejects.toThrow('because：请写明');
    await expect(city.step('noted', { alertId: '9' })).rejects.toThrow('没有预警 9');
  });

  it('assigned gives the lead to another unit with deadlines of its own', async () => {
    const city = new City();
    await city.raise('1', 'orange');
    await city.step('assigned', { toUnit: 'health' });
    const owed = city.duties.standing.map((d) => `${d.unit} ${d.role} ${d.kind}`);
    expect(owed).toEqual([
      'county assist acknowledge',
      'county assist answer',
      'health lead acknowledge',
      'health lead answer',
    ]);
    expect(city.mails.at(-1)).toBe('health/liaison assigned#2');
    await city.step('acknowledged', { unit: 'health' });
    expect(city.alerts.row('1').stage).toBe('acknowledged');
    await expect(city.step('assigned', { toUnit: 'nobody' })).rejects.toThrow('不是成员单位');
  });

  it('entrusted gives a unit somebody who works on it, and takes nobody else’s away', async () => {
    const city = new City();
    await city.raise('1', 'orange');
    await city.step('entrusted', { toPerson: '张某' });
    await city.step('entrusted', { toPerson: '县里的李某', unit: 'county' });
    await city.step('entrusted', { toPerson: '王某' });
    expect([...city.entrusted]).toEqual([
      ['1 office', '王某'],
      ['1 county', '县里的李某'],
    ]);
    await city.step('entrusted', { toPerson: null });
    expect([...city.entrusted]).toEqual([['1 county', '县里的李某']]);
    expect(city.alerts.row('1').stage).toBe('raised');
    await expect(city.step('entrusted')).rejects.toThrow('toPerson：请写明');
  });

  it('entrusted by two at once: the second is told who was faster', async () => {
    const city = new City();
    await city.raise('1', 'orange');
    const seen = await city.on.lastLine('1');
    await city.step('entrusted', { seen, toPerson: '张某' });
    await expect(city.step('entrusted', { seen, toPerson: '李某' })).rejects.toThrow('指定经办人');
  });

  it('disputed calls the office', async () => {
    const city = new City();
    await city.raise('1', 'orange');
    await city.step('disputed', { unit: 'county', because: '注册地不在本县' });
    expect(city.mails.at(-1)).toBe('office/liaison disputed#2');
  });
});

describe('two officials at once', () => {
  it('do not overwrite each other: the second is told what the first did', async () => {
    const city = new City();
    await city.raise('1', 'orange');
    const seen = await city.on.lastLine('1');
    await city.step('verifying', { seen });
    await expect(city.step('refuted', { seen })).rejects.toThrow('张某 2026-11-02 09:00 开始核查');
    await city.step('refuted');
    expect(city.alerts.row('1').stage).toBe('refuted');
  });

  it('need not have seen who acknowledged or noted meanwhile', async () => {
    const city = new City();
    await city.raise('1', 'orange');
    const seen = await city.on.lastLine('1');
    await city.step('acknowledged', { unit: 'county' });
    await city.step('noted', { unit: 'county' });
    await city.step('verifying', { seen });
    expect(city.alerts.row('1').stage).toBe('verifying');
  });

  it('must have seen that the evidence grew', async () => {
    const city = new City();
    await city.raise('1', 'blue');
    const seen = await city.on.lastLine('1');
    await city.raise('1', 'red', ['b']);
    await expect(city.step('refuted', { seen })).rejects.toThrow('升级');
  });
});

describe('a refuted alert', () => {
  it('is taken up again by stronger evidence, with new duties', async () => {
    const city = new City();
    await city.raise('1', 'yellow');
    await city.step('refuted');
    await city.raise('1', 'yellow', ['b']);
    expect(city.alerts.row('1').stage).toBe('refuted');
    await city.raise('1', 'red', ['c']);
    expect(city.alerts.row('1').stage).toBe('raised');
    expect(city.duties.standing.map((d) => d.kind)).toEqual([
      'acknowledge',
      'answer',
      'acknowledge',
      'answer',
    ]);
  });

  it('rests for a while once it is closed: only a higher tier opens another', async () => {
    const city = new City();
    await city.raise('1', 'yellow');
    await city.step('refuted');
    await city.step('closed');
    expect(await city.raise('1', 'yellow')).toMatchObject({ raised: 0 });
    expect(await city.raise('1', 'orange')).toMatchObject({ raised: 1 });
    const later = new City();
    await later.raise('1', 'yellow');
    await later.step('refuted');
    await later.step('closed');
    later.clock.advance(hours(24 * 31));
    expect(await later.raise('1', 'yellow')).toMatchObject({ raised: 1 });
  });

  it('that was confirmed instead does not rest', async () => {
    const city = new City();
    await city.raise('1', 'yellow');
    await city.step('verifying');
    await city.step('confirmed');
    await city.step('closed');
    expect(await city.raise('1', 'yellow')).toMatchObject({ raised: 1 });
  });
});

describe('a pause', () => {
  it('stops the clock of the answer; what was left goes on afterwards', async () => {
    const city = new City();
    await city.raise('1', 'orange');
    await city.step('acknowledged');
    await city.step('acknowledged', { unit: 'county' });
    city.clock.advance(hours(10));
    await city.step('paused', { because: '等待审计报告' });
    city.clock.advance(hours(100));
    await city.tick();
    expect(city.mails.filter((mail) => mail.includes('answer#2.'))).toEqual([]);
    await city.step('resumed', { because: '审计报告已到' });
    const due = city.duties.standing.find((d) => d.unit === 'office')?.dueAt;
    expect(due).toEqual(new Date(city.clock.now().getTime() + hours(30)));
    await expect(city.step('resumed')).rejects.toThrow('没有暂停的时限');
  });

  it('comes too late once the deadline has passed: what is late stays late', async () => {
    const city = new City();
    await city.raise('1', 'orange');
    const due = city.duties.standing.find((d) => d.kind === 'answer')?.dueAt;
    city.clock.advance(hours(40));
    await expect(city.step('paused')).rejects.toThrow('反馈时限已过');
    expect(city.duties.standing.find((d) => d.kind === 'answer')).toMatchObject({
      dueAt: due,
      pausedAt: null,
    });
  });
});

describe('an upgrade during a pause', () => {
  it.each([
    ['the time that was left, where that is less', 39, 1],
    ['the new deadline, where that is earlier', -5, 40],
  ])('lets the clock run again with %s', async (_name, before, left) => {
    const city = new City();
    await city.raise('1', 'yellow');
    city.clock.advance(hours(before));
    await city.step('paused', { because: '等待审计报告' });
    city.clock.advance(hours(100));
    await city.raise('1', 'red', ['b']);
    const answer = city.duties.standing.find((d) => d.unit === 'office' && d.kind === 'answer');
    expect(answer).toMatchObject({
      pausedAt: null,
      dueAt: new Date(city.clock.now().getTime() + hours(left)),
    });
  });
});

describe('who gave the lead over', () => {
  const assigned = async (): Promise<City> => {
    const city = new City();
    await city.raise('1', 'yellow');
    await city.step('assigned', { toUnit: 'county', because: '登记地在本县' });
    await city.step('assigned', { unit: 'county', toUnit: 'health', because: '医疗机构' });
    return city;
  };

  it('does not decide any more, but hears and may speak', async () => {
    const city = await assigned();
    await expect(city.step('refuted', { unit: 'county' })).rejects.toThrow('只有主办单位');
    await city.step('noted', { unit: 'county' });
    await city.step('verifying', { unit: 'health' });
    expect(city.alerts.row('1').stage).toBe('verifying');
  });

  it('does not get the case back when it is opened again', async () => {
    const city = await assigned();
    await city.step('refuted', { unit: 'health' });
    await city.step('reopened', { unit: 'health' });
    expect(city.duties.standing.map((d) => `${d.unit} ${d.role} ${d.kind}`)).toEqual([
      'health lead acknowledge',
      'health lead answer',
    ]);
  });

  it('does not get it back when the alert rises: the new lead does', async () => {
    const city = await assigned();
    await city.step('answered', { unit: 'health' });
    await city.raise('1', 'red', ['b']);
    const leads = city.duties.standing.filter((d) => d.role === 'lead');
    expect(leads.map((d) => `${d.unit} ${d.kind}`)).toEqual([
      'health acknowledge',
      'health answer',
    ]);
    expect(city.mails.some((mail) => mail.startsWith('office/liaison upgraded'))).toBe(true);
    await expect(city.step('refuted', { unit: 'county' })).rejects.toThrow('只有主办单位');
  });
});

describe('the ladder', () => {
  it('reminds before, then calls ever higher, each once', async () => {
    const city = new City();
    await city.raise('1', 'orange');
    const before = city.mails.length;
    for (let hour = 0; hour < 8; hour++) {
      await city.tick();
      await city.tick();
      city.clock.advance(hours(1));
    }
    const office = city.mails.slice(before).filter((mail) => mail.includes('acknowledge#1.'));
    expect(office).toEqual([
      'office/liaison acknowledge#1.1:remind-1',
      'office/liaison acknowledge#1.1:overdue-1',
      'office/head acknowledge#1.1:overdue-2',
      'office/liaison acknowledge#1.1:overdue-3',
      'office/convener acknowledge#1.1:overdue-4',
    ]);
  });

  it('ends with what was owed', async () => {
    const city = new City();
    await city.raise('1', 'orange');
    await city.step('acknowledged');
    city.clock.advance(hours(9));
    await city.tick();
    expect(city.mails.some((mail) => mail.includes('acknowledge#1.'))).toBe(false);
  });

  it('calls each once after a standstill, for the last rung that concerns him', async () => {
    const city = new City();
    await city.raise('1', 'orange');
    const before = city.mails.length;
    city.clock.advance(hours(20));
    await city.tick();
    expect(city.mails.slice(before).filter((mail) => mail.includes('acknowledge#1.'))).toEqual([
      'office/liaison acknowledge#1.1:overdue-3',
      'office/head acknowledge#1.1:overdue-2',
      'office/convener acknowledge#1.1:overdue-4',
    ]);
  });

  it('begins anew when an upgrade moves the deadline, and never gives more time', async () => {
    const city = new City();
    await city.raise('1', 'blue');
    const [first] = city.duties.rows;
    const due = first?.dueAt;
    city.clock.advance(hours(1));
    await city.raise('1', 'red', ['b']);
    expect(city.duties.rows[0]).toMatchObject({ dueAt: due, round: 2, rung: 0 });
    await city.tick();
    expect(city.mails.at(-2)).toBe('office/liaison acknowledge#1.2:remind-1');
  });
});

describe('merged alerts', () => {
  const two = async (): Promise<City> => {
    const city = new City();
    await city.raise('1', 'orange');
    await city.raise('2', 'yellow');
    return city;
  };
  const owedOn = (city: City, alertId: string): string[] =>
    city.duties.standing
      .filter((d) => d.alertId === alertId)
      .map((d) => `${d.unit} ${d.role} ${d.kind}`);
  const dueOn = (city: City, alertId: string): Date[] =>
    city.duties.standing.filter((d) => d.alertId === alertId).map((d) => d.dueAt);

  it('go on as one: the other cannot be worked on, and all that is owed goes on by its own deadline', async () => {
    const city = await two();
    const [owed, due] = [owedOn(city, '2'), dueOn(city, '2')];
    await city.merge('2', '1');
    expect(city.alerts.row('2')).toMatchObject({ status: 'merged', mergedInto: '1' });
    expect([owedOn(city, '2'), dueOn(city, '2')]).toEqual([owed, due]);
    await expect(city.step('acknowledged', { alertId: '2' })).rejects.toThrow('已并入 1');
    expect(await city.raise('2', 'yellow', ['b'])).toEqual({ raised: 0, upgraded: 0 });
  });

  it('are done as one: whoever answers the one that goes on answers both', async () => {
    const city = await two();
    await city.merge('2', '1');
    await city.step('answered', { unit: 'county' });
    expect([...owedOn(city, '1'), ...owedOn(city, '2')].join()).not.toContain('county');
  });

  it('tell the units of the other where it is worked on now, and let whoever was told of it alone take part', async () => {
    const city = await two();
    await city.step('assigned', { alertId: '2', toUnit: 'health' });
    await city.merge('2', '1');
    expect(city.mails.slice(-4)).toEqual([
      'office/liaison absorbed#5',
      'county/liaison absorbed#5',
      'police/liaison absorbed#5',
      'health/liaison absorbed#5',
    ]);
    expect(city.telling.notices.at(-1)).toMatchObject({ alertId: '1', to: { unit: 'health' } });
    await expect(city.step('refuted', { unit: 'health' })).rejects.toThrow('只有主办单位');
    await city.step('answered', { unit: 'health' });
    expect(owedOn(city, '2').join()).not.toContain('health');
  });

  it('stay late in what was late', async () => {
    const city = await two();
    city.clock.advance(hours(50));
    const late = city.duties.standing.filter((d) => d.dueAt <= city.clock.now()).length;
    await city.merge('2', '1');
    expect(city.duties.standing.filter((d) => d.dueAt <= city.clock.now())).toHaveLength(late);
  });

  it('never hide a higher one in a lower one: the higher goes on', async () => {
    const city = await two();
    await expect(city.merge('1', '2')).rejects.toThrow(
      '预警 1（橙色）高于预警 2（黄色），不能并入等级较低的一件；可以把 2 并入 1',
    );
    expect(city.alerts.row('1').status).toBe('open');
  });

  it('part by themselves when the other rises above, and it stands for itself', async () => {
    const city = await two();
    await city.merge('2', '1');
    const before = city.mails.length;
    await city.raise('2', 'orange', ['b']);
    expect(city.mails).toHaveLength(before);
    await city.raise('2', 'red', ['c']);
    expect(city.alerts.row('2')).toMatchObject({ status: 'open', mergedInto: null });
    expect(city.alerts.log.at(-2)).toMatchObject({ alertId: '1', kind: 'released' });
    expect(city.mails.length).toBeGreaterThan(before);
    await city.step('acknowledged', { alertId: '2' });
    expect(city.alerts.row('2').stage).toBe('acknowledged');
  });

  it('end together: afterwards new evidence on the other is an alert of its own', async () => {
    const city = await two();
    await city.merge('2', '1');
    await city.raise('2', 'yellow', ['b']);
    await city.step('transferred');
    expect(city.duties.standing).toEqual([]);
    await city.step('closed');
    await city.tick();
    expect(city.telling.hushes.every(({ told }) => told !== null)).toBe(true);
    expect(await city.raise('2', 'yellow', ['c'])).toMatchObject({ raised: 1 });
  });

  it('can be taken apart: the other stands where it stood, with what is owed, done and due', async () => {
    const city = await two();
    await city.step('acknowledged', { alertId: '2' });
    const [owed, due] = [owedOn(city, '2'), dueOn(city, '2')];
    city.clock.advance(hours(10));
    await city.merge('2', '1');
    city.clock.advance(hours(10));
    const before = city.mails.length;
    await city.unmerge('2');
    expect(city.alerts.row('2')).toMatchObject({
      status: 'open',
      stage: 'acknowledged',
      mergedInto: null,
    });
    expect(city.mails.slice(before).map((mail) => mail.split('#')[0])).toEqual([
      'office/liaison unmerged',
      'county/liaison unmerged',
      'police/liaison unmerged',
    ]);
    await city.tick();
    expect([owedOn(city, '2'), dueOn(city, '2')]).toEqual([owed, due]);
    expect(owed).toEqual([
      'office lead answer',
      'county assist acknowledge',
      'county assist answer',
    ]);
  });

  it('that ended together are owed again by the old deadline once one is taken out', async () => {
    const city = await two();
    const [owed, due] = [owedOn(city, '2'), dueOn(city, '2')];
    await city.merge('2', '1');
    await city.step('refuted');
    expect(owedOn(city, '2')).toEqual([]);
    await city.unmerge('2');
    expect([owedOn(city, '2'), dueOn(city, '2')]).toEqual([owed, due]);
    expect(owedOn(city, '1')).toEqual([]);
  });

  it.each<[string, (city: City) => Promise<unknown>, string]>([
    ['into itself', (city) => city.merge('1', '1'), '不能并入自己'],
    ['into one that is not there', (city) => city.merge('1', '9'), '没有预警 9'],
    ['by somebody who did not look', (city) => city.merge('2', '1', { seen: null }), '首次预警'],
    [
      'into a merged one',
      async (city) => {
        await city.merge('2', '1');
        await city.merge('1', '2');
      },
      '已并入 1',
    ],
    ['apart when it was not merged', (city) => city.unmerge('1'), '没有并入'],
    [
      'by a unit that is none',
      (city) => city.merge('2', '1', { unit: 'nosuch' }),
      '两件都由它主办的单位',
    ],
    ['by who assists', (city) => city.merge('2', '1', { unit: 'county' }), '可以合并'],
    [
      'by who leads only one of them',
      async (city) => {
        await city.step('assigned', { alertId: '2', toUnit: 'health' });
        await city.merge('2', '1', { unit: 'health' });
      },
      '可以合并',
    ],
    [
      'apart by who assists',
      async (city) => {
        await city.merge('2', '1');
        await city.unmerge('2', 'county');
      },
      '只有主办单位和金融办可以撤销合并',
    ],
  ])('are not merged %s', async (_name, act, refusal) => {
    const city = await two();
    await expect(act(city)).rejects.toThrow(refusal);
  });
});
