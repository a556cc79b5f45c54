import { describe, expect, it } from '@jest/globals';
import { duty, logLine, notice, wholeAlert } from '../testing/alerts.js';
import { timelineOf } from './timeline-of.js';

const at = (hour: number): string => `2026-11-02T0${String(hour)}:00:00.000Z`;
const signed = (hour: number) => ({ at: at(hour), by: '张某', because: '理由' });
const told = (whole: ReturnType<typeof wholeAlert>): string[] =>
  timelineOf(whole).map(({ by, what, why }) => `${by} ${what}${why === null ? '' : `：${why}`}`);

describe('all that happened, in one line of time', () => {
  it('brings log, notices, duties, verification, papers and judgements together by when they were', () => {
    const base = wholeAlert();
    const whole = wholeAlert({
      alert: {
        ...base.alert,
        decisions: [
          { id: '1', to: 'orange', modelTier: 'red', modelScore: 90, ...signed(8) },
          { id: '2', to: null, modelTier: 'red', modelScore: 90, ...signed(9) },
        ],
      },
      life: {
        ...base.life,
        log: [
          logLine('1', 'raised', {
            by: null,
            unit: null,
            because: null,
            news: ['保本'],
            at: at(1),
          }),
          logLine('2', 'assigned', { detail: { toUnit: 'gaj' }, at: at(4) }),
          logLine('3', 'verifying', { fromStage: 'raised', toStage: 'verifying', at: at(5) }),
        ],
        files: [{ id: '1', name: '合同.pdf', size: 1, sha256: '', sm3: '', ...signed(6) }],
      },
      notices: [
        notice({ createdAt: at(2) }),
        notice({ createdAt: at(2), state: 'refused', to: { ...notice().to, unitName: '公安局' } }),
      ],
      duties: [duty({ doneAt: at(3), doneBy: '李某', dueAt: at(2) })],
    });
    expect(told(whole)).toEqual([
      '系统 首次预警 红色：新增理由：保本',
      '系统 预警通知 2 个单位：金融办、公安局；其中 1 封未送达或不明',
      '李某（金融办） 逾期完成签收',
      '张某（金融办） 改派给公安局：理由',
      '张某（金融办） 开始核查 → 核查中：理由',
      '张某 放入附件《合同.pdf》：理由',
      '张某 人工定为橙色：理由',
      '张某 撤回人工等级：理由',
    ]);
  });

  it('tells once of what was done by a step in time', () => {
    const { life } = wholeAlert();
    const whole = wholeAlert({
      life: { ...life, log: [logLine('1', 'acknowledged', { at: at(3) })] },
      duties: [duty({ doneAt: at(3), doneBy: '张某' }), duty({ doneAt: at(4), doneBy: '系统' })],
    });
    expect(told(whole)).toEqual(['张某（金融办） 签收：理由', '系统（金融办） 完成签收']);
  });

  it('names the other alert of a merger', () => {
    const { life } = wholeAlert();
    const log = [logLine('1', 'absorbed', { detail: { from: '12' } })];
    expect(timelineOf(wholeAlert({ life: { ...life, log } }))[0]).toMatchObject({
      ...{ what: '并入了另一件', other: '12', line: 'work' },
    });
  });
});
