import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import {
  maskedText,
  refuseReporters,
  signCreditRecord,
  draftCreditRecord,
  writeLetter,
} from '@risk/cases';
import { digestsOf } from '@risk/kit';
import { packedBytes, renderCsv, renderDocx, renderXlsx } from '@risk/papers';
import fc from 'fast-check';
import { letterFacts } from '../../libs/cases/src/letters/testing/letter-facts.js';
import { canaries } from '../../libs/cases/src/letters/testing/canaries.js';
import { opened, wordsOf } from '../../libs/papers/src/testing/opened.js';
import { partsOf } from '../../libs/papers/src/zip/restamp.js';

const DAY = '2026-11-27';

/** The package that goes to the police: letter, receipt and evidence, each checked against its hash. */
async function packageTelling(told: string, reporter: readonly string[]): Promise<Buffer> {
  const evidence = Buffer.from('宣传单');
  const papers = writeLetter('handover', letterFacts(maskedText(told, reporter)).handover);
  refuseReporters(papers, reporter);
  const [letter, receipt] = await Promise.all(papers.map(renderDocx));
  return packedBytes(
    [
      { name: '01移送函.docx', content: letter! },
      { name: '02移送回执.docx', content: receipt! },
      { name: '03宣传单.jpg', content: evidence, sha256: digestsOf(evidence).sha256 },
    ],
    DAY,
  );
}

describe('a case that goes to the police', () => {
  it('is one package whose manifest holds', async () => {
    const parts = await partsOf(await packageTelling('承诺保本', []));
    expect(parts.map(({ name }) => name)).toEqual([
      '01移送函.docx',
      '02移送回执.docx',
      '03宣传单.jpg',
      '清单.txt',
      'manifest.json',
    ]);
    const manifest = parts.at(-2)!.bytes.toString();
    for (const { bytes } of parts.slice(0, 3))
      expect(manifest).toContain(createHash('sm3').update(bytes).digest('hex'));
  });

  it('is the same bytes for the same facts', async () => {
    const [one, other] = await Promise.all([1, 2].map(() => packageTelling('承诺保本', [])));
    expect(one!.equals(other!)).toBe(true);
  });

  it('holds nothing of who reported it, in any part of any file', async () => {
    await fc.assert(
      fc.asyncProperty(canaries, async ({ name, written, secrets }) => {
        const told = `${name}（${written.join('，')}）反映：承诺保本`;
        for (const { bytes } of await partsOf(await packageTelling(told, [name]))) {
          const inside = bytes.subarray(0, 2).toString() === 'PK' ? await opened(bytes) : {};
          const text = [
            ...Object.values(inside).map(wordsOf),
            ...Object.values(inside),
            bytes.toString(),
          ]
            .join('\n')
            .normalize('NFKC');
          for (const secret of secrets) expect(text.replace(/[\s-]/g, '')).not.toContain(secret);
        }
      }),
      { numRuns: 12 },
    );
  });
});

describe('a case that goes on the credit record', () => {
  it('leaves as XLSX and CSV once a person has signed', async () => {
    const penalty = {
      number: '某罚〔2026〕1号',
      decidedOn: DAY,
      organ: '某机关',
      organUscc: null,
      violation: null,
      facts: null,
      basis: null,
      category: null,
      content: '=罚款',
      fine: null,
      confiscated: null,
      licence: null,
      validUntil: null,
      publicUntil: null,
    };
    const draft = draftCreditRecord([
      {
        verdict: 'administrative',
        scheme: 'illegal-fundraising',
        name: '某公司',
        kind: '法人及非法人组织',
        uscc: null,
        registration: null,
        representative: null,
        penalty,
        source: { name: '某办', uscc: null },
      },
    ]);
    const record = signCreditRecord(draft, { by: '张某', because: '已核对' });
    const book = await opened(await renderXlsx(record.sheets, DAY));
    expect(book['xl/workbook.xml']).toMatch(/行政处罚.*待人工填写.*签发/s);
    const csv = renderCsv(record.records).toString();
    expect(csv).toMatch(/^\ufeff行政相对人名称,行政相对人类别,/);
    expect(csv).toContain('某公司,法人及非法人组织,,');
    expect(csv).toContain(",'=罚款,");
  });
});
