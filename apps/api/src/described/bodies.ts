import type { DescribedPart } from '@risk/assembly';
import { pathsOf, shown, type DescribedDoor } from '@risk/kit';
import { replayForm } from '../dead-letters.controller.js';
import { entryForm } from '../entry-form.js';
import { readingForm, startForm } from '../imports.controller.js';

const DOORS: Readonly<Record<string, DescribedDoor>> = {
  'post /api/dead-letters/replay': {
    does: '重放死信：全部、所列编号，或者符合条件的',
    takes: 'replay',
  },
  'post /api/entries': {
    does: '录入一条线索，答复评估结果；举报人只进保险箱',
    takes: 'entry',
  },
  'post /api/imports/{id}/reading': {
    does: '改变来源、工作表、表头行、列的去处',
    takes: 'importReading',
  },
  'post /api/imports/{id}/start': { does: '开始导入', takes: 'importStart' },
};

/** The doors whose bodies are read here, at the doors themselves. */
export const describeBodies = (): DescribedPart => ({
  paths: pathsOf(DOORS),
  schemas: {
    replay: shown(replayForm, { ids: ['17', '18'] }),
    entry: shown(entryForm, {
      ...{ feed: 'complaint', source: 'hotline-12345', occurredOn: '2026-11-22' },
      payload: { text: '来访反映：某某公司（示例）承诺保本高息，到期不还', regionCode: '431002' },
      reporter: { name: '示例举报人', phone: '00000000000' },
    }),
    importReading: shown(readingForm, {
      ...{ source: 'hotline-12345', sheet: null, headerRow: 1, occurredOn: '2026-11-22' },
      choices: { 诉求内容: 'text', 工单编号: 'sourceId' },
    }),
    importStart: shown(startForm, { keepsMapping: true }),
  },
});
