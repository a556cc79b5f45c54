import { beforeAll, describe, expect, it } from '@jest/globals';
import { packLexicon } from '@risk/keywords';
import { compileRegions, type RegionRegister } from '@risk/routing';
import { loadConfig, type ConfigFolder } from '@risk/settings';
import { compileEngines } from './compile-engines.js';
import { compileJudging, lexiconOf } from './compile-judging.js';

let config: ConfigFolder;
let regions: RegionRegister;
beforeAll(async () => {
  config = await loadConfig('config');
  regions = compileRegions(config.regions.content);
});

/** A register with this one entry. */
const registerOf = (entry: object) => ({ name: 'licensed.yaml', content: { entries: [entry] } });

/** The shipped folder with other words in some files. */
const shippedBut = (part: 'rules' | 'lexicon', from: string, to: string): ConfigFolder => ({
  ...config,
  [part]: config[part].map((file) => ({ ...file, content: replaced(file.content, from, to) })),
});
const replaced = (content: unknown, from: string, to: string): unknown =>
  JSON.parse(JSON.stringify(content).replaceAll(from, to));

const LICENCE = {
  name: '甲小额贷款有限公司',
  uscc: '91431000MA4L16JQ9L',
  kind: 'small-loan',
  licence: '湘金监小贷〔2025〕1号',
  owner: '李科长',
  reason: '名单内机构',
  source: '省地方金融管理局名单，2026-11-01 核对',
  from: '2026-01-01',
  until: '2027-01-01',
  suppresses: ['AD-LOAN', 'AD-LAON'],
};

function refusalOf(compile: () => unknown): string {
  try {
    compile();
    return '';
  } catch (error) {
    return String(error);
  }
}

describe('what judges', () => {
  it.each<[string, () => ConfigFolder, string[]]>([
    [
      'a rule that asks for a code that the lexicon has not',
      () => shippedBut('rules', '"guaranteed-return"', '"garanteed-return"'),
      ['rules/advertisement.yaml › AD-GUARANTEE › when.all[0].any[1]', '“garanteed-return”'],
    ],
    [
      'a rule about entities that asks for a signal that nothing gives',
      () => shippedBut('rules', '"id":"RG-PENALTY"', '"id":"RG-FINE"'),
      ['rules/entity.yaml › EN-HALF-THRESHOLD › when.all[1]：没有信号编码“RG-PENALTY”'],
    ],
    [
      'a lexicon without a code that a rule asks for',
      () => shippedBut('lexicon', '"cannot-pay"', '"can-not-pay"'),
      ['rules/complaint.yaml › CP-WITHDRAW', '词库里没有代码“cannot-pay”'],
    ],
    [
      'a correlation group with a code that no signal bears',
      () => shippedBut('lexicon', '"easy-money"', '"money-for-nothing"'),
      ['scoring.yaml › correlation.groups.高额收益：没有信号编码“easy-money”'],
    ],
    [
      'a code that must never be suppressed but that no signal bears',
      () => shippedBut('rules', '"id":"EN-HALF-THRESHOLD"', '"id":"EN-HALF"'),
      ['scoring.yaml › neverSuppressed：没有信号编码“EN-HALF-THRESHOLD”'],
    ],
    [
      'a licence that suppresses what no signal bears',
      () => ({ ...config, licensed: registerOf(LICENCE) }),
      ['licensed.yaml › entries[0]（甲小额贷款有限公司）› suppresses：没有信号编码“AD-LAON”'],
    ],
  ])('is refused when %s', (_name, change, words) => {
    const said = refusalOf(() => compileJudging(change(), regions));
    for (const word of words) expect(said).toContain(word);
  });

  it('takes another lexicon, and refuses one that lacks a code while the one in force stays', () => {
    const engines = compileEngines(config);
    const before = engines.versions;
    const lacking = packLexicon(
      lexiconOf(shippedBut('lexicon', '"cannot-pay"', '"can-not-pay"').lexicon),
    );
    expect(() => {
      engines.useLexicon(lacking);
    }).toThrow(/rules\/complaint\.yaml › CP-WITHDRAW › \S+：词库里没有代码“cannot-pay”/);
    expect(engines.versions).toEqual(before);
    const other = packLexicon(
      lexiconOf(shippedBut('lexicon', '"稳赚不赔"', '"稳赚不亏不赔"').lexicon),
    );
    engines.useLexicon(other);
    expect(engines.versions.lexicon).toBe(other.version);
  });

  it('takes another register of licences, keeps it under other rules, and refuses one that hides nothing known', () => {
    const engines = compileEngines(config);
    const nobody = engines.versions.licensed;
    expect(() => {
      engines.useLicensed(registerOf(LICENCE));
    }).toThrow('没有信号编码“AD-LAON”');
    expect(engines.versions.licensed).toBe(nobody);
    engines.useLicensed(registerOf({ ...LICENCE, suppresses: ['AD-LOAN'] }));
    const taken = engines.versions.licensed;
    expect(taken).not.toBe(nobody);
    engines.useBook({ ...config, lexicon: null });
    expect(engines.versions.licensed).toBe(taken);
    const at = new Date('2026-11-28T10:00:00+08:00');
    expect(engines.judging.licensed.entryFor(LICENCE, at)).toMatchObject({ name: LICENCE.name });
  });

  it('takes other rules, and refuses those that lack a sign which calls the police', () => {
    const engines = compileEngines(config);
    const before = engines.versions;
    const { rules, scoring } = shippedBut('rules', '"id":"EN-FLIGHT"', '"id":"EN-FLOWN"');
    expect(() => {
      engines.useBook({ rules, scoring, lexicon: null });
    }).toThrow('routing.yaml › signs.flight[2]: 没有信号编码“EN-FLIGHT”');
    expect(engines.versions).toEqual(before);
    expect(engines.handling.channels.default).toEqual(['email', 'inbox']);
  });
});
