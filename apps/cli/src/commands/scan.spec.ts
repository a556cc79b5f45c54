import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { afterAll, describe, expect, it } from '@jest/globals';
import { Invalid } from '@risk/kit';
import { answerOf, scanCommand } from './scan.js';

const dir = mkdtempSync(join(tmpdir(), 'risk-scan-'));
afterAll(() => {
  rmSync(dir, { recursive: true });
});

function listen(stream: PassThrough): () => string {
  const parts: string[] = [];
  stream.on('data', (chunk: Buffer) => parts.push(chunk.toString()));
  return () => parts.join('');
}

async function scan(lexicon: string, input: string, ...args: string[]) {
  const file = join(dir, 'terms.txt');
  writeFileSync(file, lexicon);
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  const out = listen(stdout);
  const said = listen(stderr);
  const code = await scanCommand.run(['--lexicon', file, ...args], {
    stdin: Readable.from([Buffer.from(input)]),
    stdout,
    stderr,
  });
  const lines = out()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { id: unknown; hits: { quote: string }[] });
  return { code, lines, said: said() };
}

describe('risk scan', () => {
  it('answers one line a text, in order, with line numbers where ids are missing', async () => {
    const { code, lines } = await scan(
      '保本\n高息\n',
      '保.本高息\n\n{"id":"x","text":"保本"}\n平安\n',
    );
    expect(code).toBe(0);
    expect(lines).toEqual([
      {
        id: 1,
        hits: [
          {
            term: '保本',
            start: 0,
            end: 3,
            quote: '保.本',
            transforms: ['noise'],
            confidence: 0.97,
          },
          { term: '高息', start: 3, end: 5, quote: '高息', transforms: [], confidence: 1 },
        ],
      },
      { id: 2, hits: [] },
      {
        id: 'x',
        hits: [{ term: '保本', start: 0, end: 2, quote: '保本', transforms: [], confidence: 1 }],
      },
      { id: 4, hits: [] },
    ]);
  });

  it.each([
    ['codes are told', '{"term":"保本","code":"g"}', '保本', [], [{ term: '保本', code: 'g' }]],
    ['allow terms mask', '高息\n{"term":"提高息率","allow":true}', '提高息率', [], []],
    ['longest wins', '保本\n保本高息', '保本高息', ['--mode', 'longest'], [{ term: '保本高息' }]],
    ['all overlap', '保本\n保本高息', '保本高息', [], [{ term: '保本' }, { term: '保本高息' }]],
    ['plain reads nothing in', '保本', '保.本', ['--plain'], []],
    ['plain finds marks', '***', 'a***b', ['--plain'], [{ quote: '***' }]],
    ['homophones on request', '{"term":"保本","homophone":true}', '宝本', [], [{ quote: '宝本' }]],
    ['digits on request', '{"term":"三分利","digits":true}', '③分利', [], [{ quote: '③分利' }]],
    ['inside a word on request', '{"term":"ico","edges":false}', 'silicon', [], [{ quote: 'ico' }]],
    ['a text may begin with a brace', '保本', '{保本', [], [{ start: 1 }]],
  ])('%s', async (_, lexicon, text, args, hits) => {
    const { lines } = await scan(lexicon, `${text}\n`, ...args);
    expect(lines[0]?.hits).toEqual(hits.map((hit) => expect.objectContaining(hit) as unknown));
  });

  it('names the terms that cannot be used and goes on with the others', async () => {
    const { code, lines, said } = await scan(
      '***\n{"term":"x","colour":1}\n保本\n{"term": }\n',
      '保本\n',
    );
    expect(code).toBe(1);
    expect(said).toMatch(/terms\.txt 第 1 行：.*折叠后为空/);
    expect(said).toMatch(/terms\.txt 第 2 行：不认识 colour/);
    expect(said).toMatch(/terms\.txt 第 4 行：不是完整的 JSON/);
    expect(lines[0]?.hits).toHaveLength(1);
  });

  it('answers an object without text in its place', async () => {
    const { code, lines } = await scan('保本', '{"id":7}\n{"id":8,"text":\n保本\n');
    expect(code).toBe(1);
    expect(lines[0]).toEqual({ line: 1, error: '缺少 text' });
    expect(lines[1]).toEqual({ line: 2, error: '不是完整的 JSON' });
    expect(lines[2]).toMatchObject({ id: 3 });
  });

  it.each([[[]], [['--lexicon', 'x', '--mode', 'some']]])(
    'refuses a wrong call %j',
    async (args) => {
      const stderr = new PassThrough();
      const said = listen(stderr);
      const io = { stdin: Readable.from([]), stdout: new PassThrough(), stderr };
      expect(await scanCommand.run(args, io)).toBe(2);
      expect(said()).toMatch(/--lexicon|--mode/);
    },
  );

  it('says which file it cannot read', async () => {
    const io = { stdin: Readable.from([]), stdout: new PassThrough(), stderr: new PassThrough() };
    await expect(scanCommand.run(['--lexicon', join(dir, 'none')], io)).rejects.toThrow(Invalid);
  });
});

describe('a text that is flooded', () => {
  it('says that its hits were cut, and only then', () => {
    const hits = [{ term: '甲' }, { term: '甲' }];
    expect(answerOf(7, hits, 2)).toEqual({ id: 7, hits, cut: true });
    expect(answerOf(7, hits, 3)).toEqual({ id: 7, hits });
  });
});
