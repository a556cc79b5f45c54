import { beforeEach, describe, expect, it } from '@jest/globals';
import { VERSION } from '../../assessment/src/testing/judged.js';
import { referenceOf } from './find-entity.js';
import { CaseDesk, IN_FORCE } from './testing/case-desk.js';

const CODE = '91431002MA4L000017';
let desk: CaseDesk;
beforeEach(async () => {
  desk = new CaseDesk();
  await desk.story.found(`uscc:${CODE}`, 'name:郴州鑫源投资有限公司');
});

describe('a reference', () => {
  it.each([
    ['17', 'id', '17'],
    [' 17 ', 'id', '17'],
    ['91431000MA4L16XQ3K', 'uscc', '91431000MA4L16XQ3K'],
    ['91431000ma4l16xq3k', 'uscc', '91431000MA4L16XQ3K'],
    ['９１４３１０００ＭＡ４Ｌ１６ＸＱ３Ｋ', 'uscc', '91431000MA4L16XQ3K'],
    ['郴州鑫源投资有限公司', 'name', '郴州鑫源投资有限公司'],
    ['360度健身馆', 'name', '360度健身馆'],
  ])('%s is a %s', (text, kind, value) => {
    expect(referenceOf(text)).toEqual({ kind, value });
  });
});

describe('a person’s tier', () => {
  it('is kept with what the model said, by which versions, and is heeded', async () => {
    await desk.model('1', { tier: 'orange', score: 66.5 });
    const decision = await desk.decide({ by: ' 张某 ' });
    expect(decision).toEqual({
      id: '1',
      entityId: '1',
      from: null,
      to: 'yellow',
      by: '张某',
      because: '已核实',
      at: desk.clock.now(),
      modelTier: 'orange',
      modelScore: 66.5,
      versions: VERSION,
    });
    expect(desk.heeding.heeded).toMatchObject([{ entity: { entityId: '1' }, decision }]);
    expect(desk.cases.locked).toEqual(['1']);
  });

  it('on an entity that the model never judged names the versions in force', async () => {
    const { modelTier, modelScore, versions } = await desk.decide({ entity: CODE });
    expect([modelTier, modelScore, versions]).toEqual(['none', 0, IN_FORCE]);
  });

  it('goes from the one before, and is withdrawn', async () => {
    await desk.decide({});
    expect(await desk.decide({ to: 'red', seen: '1' })).toMatchObject({
      from: 'yellow',
      to: 'red',
    });
    expect(await desk.decide({ to: null, seen: '2' })).toMatchObject({ from: 'red', to: null });
    await expect(desk.decide({ to: null, seen: '3' })).rejects.toThrow('没有人工等级可以撤回');
  });

  it('of somebody who did not see the last one is refused, with who decided what in between', async () => {
    await desk.decide({});
    await desk.decide({ to: 'none', seen: '1', by: '王某', because: '牌照齐全' });
    await expect(desk.decide({ to: 'red' })).rejects.toMatchObject({
      kind: 'conflict',
      message:
        '您没有看到最近的决定：张某 2026-11-27 10:00 定为黄色预警（已核实）；' +
        '王某 2026-11-27 10:00 定为未达预警（牌照齐全）。核对后请以 seen=2 再次提交',
    });
    await expect(desk.decide({ to: 'red', seen: '1' })).rejects.toThrow(/决定：王某.*seen=2/);
    await expect(desk.decide({ to: 'red', seen: '9' })).rejects.toThrow('没有编号为 9 的决定');
    expect(desk.cases.decisions).toHaveLength(2);
    expect(desk.heeding.heeded).toHaveLength(2);
  });

  it.each([
    [{ entity: '99' }, 'not-found', '没有主体“99”'],
    [{ entity: '郴州鑫源' }, 'not-found', '没有主体“郴州鑫源”'],
    [{ entity: ' ' }, 'invalid', '请写明主体'],
    [{ by: ' ' }, 'invalid', 'by：请写明由谁决定'],
    [{ because: '' }, 'invalid', 'because：请写明理由'],
    [{ because: '长'.repeat(1001) }, 'invalid', 'because：超过 1000 个字'],
    [{ to: null }, 'invalid', '没有人工等级可以撤回'],
  ])('%j is refused as %s: %s', async (request, kind, words) => {
    await expect(desk.decide(request)).rejects.toMatchObject({
      kind,
      message: expect.stringContaining(words),
    });
    expect(desk.cases.decisions).toEqual([]);
  });

  it('on one of two namesakes asks for the id', async () => {
    await desk.story.found('name:甲公司');
    desk.known.entities.push({ ...desk.known.entity('2'), id: '3', rootId: '3', uscc: CODE });
    await expect(desk.decide({ entity: '甲公司' })).rejects.toThrow(
      `有 2 个主体叫“甲公司”，请改用编号：2（代码 未知）、3（代码 ${CODE}）`,
    );
  });
});
