// Prints a bulletin in a thread of the compiled house and says what came of it: jest has no threads of TypeScript.
import { BulletinPapers } from '../../dist/libs/assembly/src/bulletins/bulletin-papers.js';
import { PrintInThread } from '../../dist/libs/assembly/src/bulletins/print-in-thread.js';

const paper = (more = {}) => ({
  kind: 'bulletin',
  masthead: { name: '日报', issue: '第1期', unit: '金融办', marks: [] },
  title: '情况',
  addressee: null,
  body: [
    { kind: 'paragraph', text: '一切如常。' },
    {
      kind: 'chart',
      chart: {
        kind: 'bars',
        title: '图',
        unit: '件',
        bars: [{ label: '红色', value: 3, tier: 'red' }],
      },
    },
  ],
  attachments: [],
  signature: null,
  date: '2026-11-27',
  copies: [],
  isDraft: false,
  number: null,
  ...more,
});
const sheets = [{ name: '附表', head: ['甲'], rows: [['1'], [2]] }];
const digests = (files) => files.map(({ name, sha256 }) => `${name} ${sha256}`);

const press = new PrintInThread();
press.prepare();
const [one, two] = await Promise.all([press.press(paper(), sheets), press.press(paper(), sheets)]);
const refused = await press.press(paper({ date: 'x' }), sheets).then(
  () => null,
  (error) => error.message,
);
const after = await press.press(paper(), sheets);
await press.close();
const papers = new BulletinPapers();
papers.prepare();
const here = await papers.press(paper(), sheets);
// Nobody closes this one: a thread that waits for a paper which never comes must not hold the process.
new PrintInThread().prepare();
process.stdout.write(
  JSON.stringify({
    one: digests(one),
    two: digests(two),
    refused,
    after: digests(after),
    here: digests(here),
  }),
);
