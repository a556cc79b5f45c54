import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { SCHEMES, type Scheme } from '@risk/domain';
import fc from 'fast-check';
import { weigher } from './classifier.js';
import { eachGram, featuresOf } from './features.js';
import {
  loadClassifier,
  train,
  type Classifier,
  type ClassifierModel,
  type Example,
} from './index.js';
import { calibrate } from './scoring-rule.js';
import { trainBayes, weightsOf } from './train-bayes.js';
import { chiSquare, chooseVocabulary, type FeaturedExample } from './vocabulary.js';

const PHRASES: Partial<Record<Scheme, string[]>> = {
  'illegal-lending': ['无抵押贷款', '当天放款', '黑户可办', '砍头息', '征信花了也能贷'],
  'virtual-currency': ['挖矿收益', '比特币交易', '炒币暴涨', '代币私募', '提不了币'],
  none: ['小区噪音扰民', '路灯不亮', '请交通局处理', '物业费太高', '孩子入学'],
};
const examples: Example[] = Object.entries(PHRASES).flatMap(([label, phrases]) =>
  phrases.flatMap((a) => phrases.map((b) => ({ text: `${a}，${b}`, label: label as Scheme }))),
);
const featured: FeaturedExample[] = examples.map(({ text, label }) => ({
  features: featuresOf(text),
  label,
}));
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(fc.constantFrom(...Object.values(PHRASES).flat(), '，', '。', '123'), { maxLength: 12 })
    .map((a) => a.join('')),
);

describe('features', () => {
  it.each([
    ['贷款', ['贷款']],
    ['无抵押', ['无抵', '无抵押', '抵押']],
    ['贷款，押车', ['贷款', '押车']],
    ['月息20厘', ['月息', '月息0', '息0', '息0厘', '0厘']],
    ['', []],
    ['，。', []],
  ])('of %s', (text, grams) => {
    expect(featuresOf(text)).toEqual(grams);
  });

  it('repeat in the text but not among the features, and codes stay apart from text', () => {
    const grams: string[] = [];
    eachGram('贷款贷款', (gram) => grams.push(gram));
    expect(grams.filter((gram) => gram === '贷款')).toHaveLength(2);
    expect(featuresOf('贷款贷款', ['贷款']).filter((f) => f.endsWith('贷款'))).toEqual([
      '#贷款',
      '贷款',
      '款贷款',
    ]);
  });
});

describe('the vocabulary', () => {
  it('keeps what tells classes apart and leaves out what is rare or everywhere', () => {
    const list: FeaturedExample[] = [
      ...Array.from({ length: 5 }, () => ({ features: ['all', 'a'], label: 'other' as const })),
      ...Array.from({ length: 5 }, () => ({ features: ['all', 'n'], label: 'none' as const })),
      { features: ['all', 'once'], label: 'none' },
    ];
    expect(chooseVocabulary(list, 10)).toEqual(['a', 'n']);
    expect(chooseVocabulary(list, 1)).toEqual(['a']);
  });

  it('measures by chi-square', () => {
    // By hand: 2x2 table 10/0/0/10, chi-square = n = 20.
    expect(chiSquare(10, 10, 10, 20)).toBeCloseTo(20);
    expect(chiSquare(5, 10, 10, 20)).toBeCloseTo(0);
    expect(chiSquare(10, 20, 10, 20)).toBe(0);
  });
});

describe('reading out what natural learnt', () => {
  const vocabulary = chooseVocabulary(featured, 40);
  const bayes = trainBayes(featured, vocabulary, 2);
  const labels: Scheme[] = ['illegal-lending', 'virtual-currency', 'none'];
  const weigh = weigher(weightsOf(bayes, vocabulary, labels));

  it('gives the same order and the same odds as natural itself', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const known = featuresOf(text).filter((feature) => vocabulary.includes(feature));
        const theirs = new Map(
          bayes.getClassifications(known).map(({ label, value }) => [label, value]),
        );
        const { sums, features } = weigh(text);
        expect(features).toBe(known.length);
        // Classes are told equally often here, so natural's prior falls out of the odds.
        labels.forEach((label, at) => {
          const odds = Math.log((theirs.get(label) ?? 0) / (theirs.get('none') ?? 0));
          expect((sums[at] ?? 0) - (sums[2] ?? 0)).toBeCloseTo(odds, 6);
        });
      }),
    );
  });
});

describe('a trained classifier', () => {
  let model: ClassifierModel;
  let classifier: Classifier;
  beforeAll(() => {
    model = train(examples, { vocabularySize: 200, folds: 3 });
    classifier = loadClassifier(JSON.parse(JSON.stringify(model)));
  });

  it.each([
    ['凭身份证无抵押贷款，当天放款', 'illegal-lending'],
    ['挖矿收益高，代币私募', 'virtual-currency'],
    ['楼上噪音扰民请处理', 'none'],
    ['毫不相干', 'none'],
    ['', 'none'],
  ])('%s is %s', (text, label) => {
    expect(classifier.predict(text)[0]?.code).toBe(label);
  });

  it('gives every label a probability; they add up to 1, the most probable first', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const guesses = classifier.predict(text);
        expect(guesses.map((g) => g.code).sort()).toEqual([...model.labels].sort());
        expect(guesses.reduce((sum, g) => sum + g.probability, 0)).toBeCloseTo(1, 9);
        const sorted = [...guesses].sort((a, b) => b.probability - a.probability);
        expect(guesses).toEqual(sorted);
      }),
    );
  });

  it('survives texts of any length (natural multiplies such small numbers to 0)', () => {
    const long = '无抵押贷款，当天放款，砍头息，'.repeat(2000);
    expect(classifier.predict(long)[0]).toMatchObject({ code: 'illegal-lending' });
    expect(classifier.predict(long)[0]?.probability).toBeGreaterThan(0.5);
  });

  it('does not remember: the same text has the same answer', () => {
    const before = classifier.predict('当天放款');
    classifier.predict('挖矿收益');
    expect(classifier.predict('当天放款')).toEqual(before);
  });

  it('is the same for the same examples and another for others', () => {
    expect(train(examples, { vocabularySize: 200, folds: 3 }).version).toBe(model.version);
    expect(train(examples.slice(1), { vocabularySize: 200, folds: 3 }).version).not.toBe(
      model.version,
    );
  });

  it('holds its figures on held-out examples', () => {
    expect(model.heldOut.classes.map((c) => c.examples)).toEqual([25, 25, 25]);
    expect(model.heldOut.accuracy).toBeGreaterThan(0.9);
  });

  it('believes in ordinary texts more when they are more', () => {
    const sure = train(examples, { vocabularySize: 200, folds: 3, ordinaryShare: 0.999 });
    const none = (m: ClassifierModel) =>
      loadClassifier(m)
        .predict('放款')
        .find((g) => g.code === 'none')?.probability ?? 0;
    expect(none(sure)).toBeGreaterThan(none(model));
  });

  it('learns from lexicon codes too', () => {
    const coded = examples.map((e) => ({ ...e, codes: e.label === 'none' ? [] : ['risky'] }));
    const withCodes = loadClassifier(train(coded, { vocabularySize: 200, folds: 3 }));
    const none = (codes: string[]) =>
      withCodes.predict('你好', codes).find((g) => g.code === 'none')?.probability ?? 0;
    expect(none(['risky'])).toBeLessThan(none([]));
  });
});

describe('examples of one group', () => {
  it('are held out together: a class of one group cannot be recognised', () => {
    const grouped = examples.map((e) => ({
      ...e,
      group: e.label === 'virtual-currency' ? 'one' : e.text,
    }));
    const { heldOut } = train(grouped, { vocabularySize: 200, folds: 3 });
    expect(heldOut.classes.find((c) => c.label === 'virtual-currency')?.recall).toBe(0);
    expect(heldOut.classes.find((c) => c.label === 'illegal-lending')?.recall).toBeGreaterThan(0.5);
  });

  it('one class alone teaches nothing', () => {
    expect(() => train([{ text: '贷款', label: 'none' }])).toThrow('两个类别');
  });
});

describe('a model file', () => {
  const model = train(examples, { vocabularySize: 50, folds: 2 });
  it.each([
    ['nothing', null, 'classifier/model.json'],
    ['a truncated list', { ...model, weights: model.weights.slice(1) }, 'weights'],
    [
      'a changed weight',
      { ...model, weights: model.weights.map((w, i) => (i === 0 ? w + 1 : w)) },
      'version',
    ],
    ['an unknown label', { ...model, labels: ['fraud', 'none', 'other'] }, 'labels'],
  ])('with %s is refused and says where', (_, content, word) => {
    expect(() => loadClassifier(content)).toThrow(word);
  });
});

describe('calibration', () => {
  it('tempers long evidence by its length', () => {
    const rule = { lengthPower: 0.5, temperature: 1, bias: [0, 0] };
    const [short, long] = [Float64Array.of(2, -2), Float64Array.of(2, -2)];
    calibrate(short, 1, rule);
    calibrate(long, 100, rule);
    expect(short[0]).toBeCloseTo(1 / (1 + Math.exp(-4)));
    expect(long[0]).toBeCloseTo(1 / (1 + Math.exp(-0.4)));
  });
});

describe('the shipped model', () => {
  const shipped = loadClassifier(JSON.parse(readFileSync('config/classifier/model.json', 'utf8')));
  it('knows all schemes', () => {
    expect(
      shipped
        .predict('')
        .map((g) => g.code)
        .sort(),
    ).toEqual([...SCHEMES].sort());
  });

  it.each([
    [
      '以投资理财为名吸收老百姓存款，承诺年化收益24%，现在老板跑路，本金拿不回来',
      'illegal-fundraising',
    ],
    ['无抵押贷款当天放款，黑户可做，不看征信，身份证办理', 'illegal-lending'],
    ['交入门费发展下线拉人头返利，五级三阶制团队计酬', 'pyramid-selling'],
    ['买矿机挖矿每天产币，质押锁仓翻倍，平台不让提币', 'virtual-currency'],
    ['股票群老师免费荐股，内幕消息带你抓涨停', 'illegal-securities'],
    ['地下钱庄非法买卖外汇，对敲转账到境外账户', 'underground-banking'],
    ['以车辆统筹名义卖假保险，出险拒赔，没有保险业务许可证', 'illegal-insurance'],
    ['养老公寓让老人交床位预订费，承诺返利，老人的养老金退不出来', 'pension-fraud'],
    ['征信修复消除逾期记录，停息挂账，代理投诉银行', 'credit-repair'],
    ['欠银行贷款不还，转移资产假离婚逃废债务，法院判决拒不执行', 'debt-evasion'],
    ['小区楼下烧烤店油烟扰民，请城管部门处理', 'none'],
    ['谨防非法集资，高息诱惑就是骗局，社区开展宣传', 'none'],
    ['您的信用卡账单已出，请按时还款', 'none'],
    ['全场五折起，满200减50，欢迎光临', 'none'],
    ['', 'none'],
  ])('%s: %s', (text, label) => {
    expect(shipped.predict(text)[0]?.code).toBe(label);
  });
});
