import type { DeadLetter, ImportJob, Source } from '@risk/intake';
import type { Explanation } from '@risk/store';

/** A source that says of itself what it is called. */
export const sourceSaying = (name: string, title: string): Source => ({
  ...{ name, title, feed: 'complaint', preset: null, sample: false, expectEveryMs: null },
  ...{ workingDaysOnly: false, regionCode: null, table: null },
});

const AT = new Date('2026-11-05T10:00:00+08:00');
const NOTHING = { rows: 0, stored: 0, duplicate: 0, refused: 0, raised: 0, upgraded: 0 };

/** An import of somebody, waiting. */
export const importSaying = (fileName: string, more: Partial<ImportJob> = {}): ImportJob => ({
  ...{ id: '7', accountId: '1', by: '张某', fileName, bytes: 9, total: 1, state: 'uploaded' },
  ...{ madeAt: AT, startedAt: null, endedAt: null, trouble: null, cancelAsked: false },
  reading: {
    ...{ source: null, sheet: null, sheets: [], headerRow: null, choices: {} },
    occurredAt: AT.toISOString(),
  },
  ...NOTHING,
  ...more,
});

const NO_LICENCE = {
  ...{ columns: [], rows: 0, added: [], known: [], ended: [], vanished: [], faults: [] },
  ...{ written: false, backup: null, mark: 'm' },
};
const NONE = { received: 0, stored: 0, duplicate: 0, deadLettered: 0 };

/** What the fake desks of the intake answer, and where they note what they were asked. */
export function intakeSaying(answers: {
  readonly asked: unknown[];
  readonly letters: DeadLetter[];
  readonly explanation: Explanation | null;
}) {
  const asked = (question: unknown) => answers.asked.push(question);
  const viewed = (question: unknown) => {
    asked(question);
    return Promise.resolve({ job: importSaying('甲.csv'), plan: null });
  };
  return {
    enter: {
      run: (entry: unknown) => {
        asked(entry);
        return Promise.resolve({ outcome: 'stored', explanation: answers.explanation ?? BARE });
      },
    },
    imports: {
      policy: { largestBytes: 9, mostRows: 9, keepsUpload: 9, keepsResult: 9 },
      list: ({ name }: { name: string }, question: { readonly state: string | null }) => {
        asked({ imports: question });
        const rows = question.state === null ? [importSaying(`${name}.csv`)] : [];
        return Promise.resolve({ rows, next: null, total: rows.length });
      },
      upload: async (body: AsyncIterable<unknown>, upload: unknown) => {
        for await (const _ of body);
        return viewed(upload);
      },
      view: (id: string) => viewed({ view: id }),
      read: (id: string, wish: unknown) => viewed({ id, wish }),
      start: (id: string, _by: unknown, keeps: boolean) => viewed({ start: id, keeps }),
      cancel: (id: string) => viewed({ cancel: id }),
      faults: () => Promise.resolve({ name: '需更正的行.xlsx', bytes: Buffer.from('PK') }),
      forgetMapping: () => Promise.resolve(true),
    },
    licences: {
      preview: (_body: unknown, wish: unknown) => {
        asked(wish);
        return Promise.resolve(NO_LICENCE);
      },
      take: (_body: unknown, wish: unknown, mark: string, by: string) => {
        asked({ wish, mark, by });
        return Promise.resolve({ ...NO_LICENCE, written: true, backup: '/c/licensed.yaml.1.bak' });
      },
    },
    board: {
      read: () =>
        Promise.resolve([
          {
            ...{ ...sourceSaying('police-110', '110 报警平台'), isPolled: false, expectHours: 24 },
            ...{ lastAt: AT, freshness: 'fresh', sentence: null, today: NONE, week: NONE },
            ...{ openLetters: 0, mapping: null },
          },
        ]),
    },
    letters: {
      page: (wish: unknown, question: unknown) => {
        asked({ wish, question });
        return Promise.resolve({
          rows: answers.letters,
          next: null,
          total: answers.letters.length,
        });
      },
      matching: (wish: unknown) => {
        asked({ wish });
        return Promise.resolve(['1']);
      },
    },
  };
}

const BARE: Explanation = {
  record: {
    ...{ id: '9', feed: 'complaint', source: 'desk-complaint', sourceId: 'LR-1', door: 'desk' },
    ...{
      origin: {},
      fingerprint: 'f',
      occurredAt: AT,
      receivedAt: AT,
      current: true,
      sample: false,
    },
    ...{ reporterKept: true, payload: { text: '甲' } },
  },
  ...{ assessment: null, entities: [], alerts: [] },
};
