import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { compilePresets, compileSources } from './check-sources.js';
import { choosePreset } from './choose-preset.js';
import { mapRow } from './map-row.js';
import type { Row } from './row-draft.js';
import { parseEnvelope, type Parsed } from './parse-envelope.js';

const read = (name: string) => ({
  name,
  content: parse(readFileSync(`config/${name}`, 'utf8')) as unknown,
});
const PRESETS = compilePresets(read('presets.yaml'));
const BOOK = compileSources(read('sources.yaml'), PRESETS);

const sourceOf = (preset: string) => {
  const source = [...BOOK.values()].find((s) => s.preset === preset);
  if (!source) throw new Error(`no source speaks ${preset}`);
  return source;
};
const record = (preset: string, row: Row): Parsed => {
  const source = sourceOf(preset);
  const mapped = mapRow(PRESETS.get(preset)!, row, { source });
  const outcome = parseEnvelope(source.feed, mapped.value, BOOK);
  if (outcome.kind === 'refused') throw new Error(outcome.reason);
  return outcome;
};

/** Invented rows, one for each preset: what the table sends, what must come out, what must not be left of it. */
const CASES: readonly [preset: string, row: Row, expected: Record<string, unknown>, secrets?: RegExp][] = [
  ['registration-gsj',
    { PRIPID: 'P1', UNISCID: '91431002MA4L00000X', ENTNAME: '郴州虚构甲投资有限公司', LEREP: '某甲', CERNO: '431002190001010000', REGCAP: '500.000000', REGCAPCUR_CN: '人民币', ESTDATE: '20260105', DOM: '北湖区某路1号', DOMDISTRICT: '431002203', INDUSTRYCO: '7212', INDUSTRYPHY: 'L', OPSCOPE: '', ABUITEM: '投资咨询', CBUITEM: '会议服务', REGSTATE: '1', TEL: '0735-1111111', APPRDATE: '2026-01-06 10:00:00' },
    { sourceId: 'P1', payload: { event: 'establish', name: '郴州虚构甲投资有限公司', uscc: '91431002MA4L00000X', registeredCapital: 5_000_000, establishedOn: '2026-01-05', regionCode: '431002', industry: { code: '7212' }, businessScope: '投资咨询；会议服务', phones: ['0735-1111111'] } },
    /431002190001010000/],
  ['registration-pinyin',
    { tyshxydm: '91431002MA4L00001X', qymc: '虚构乙公司', fddbr: '某乙', sfzh: '431002190001010000', zczb: '100', clrq: '2026/1/5', jyfw: '咨询', lxdh: '0735-2222222', xzqhdm: '431003000000' },
    { sourceId: '91431002MA4L00001X', payload: { registeredCapital: 1_000_000, regionCode: '431003', phones: ['0735-2222222'] } },
    /431002190001010000/],
  ['registration-chinese',
    { 企业名称: '虚构丙公司', 统一社会信用代码: '91431002MA4L00002X', '注册资本（万元）': 300, 法定代表人: '某丙', 身份证号: '431002190001010000', 成立日期: '2026年1月5日', 经营范围: '理财咨询', 登记状态: '注销' },
    { payload: { event: 'cancel', registeredCapital: 3_000_000, establishedOn: '2026-01-05' } },
    /431002190001010000/],
  ['shareholders',
    { PRIPID: 'P1', ENTNAME: '虚构甲公司', INV: '虚构股东合伙企业', INVTYPE_CN: '企业法人', CONPROP: '60%', SUBCONAM: '300', CONDATE: '2026-01-05', BLICNO: '431002190001010000' },
    { sourceId: 'inv:P1:虚构股东合伙企业', payload: { event: 'change', shareholders: [{ name: '虚构股东合伙企业', kind: '企业法人', share: 60 }], subscribed: 3_000_000 } },
    /431002190001010000/],
  ['registration-changes',
    { PRIPID: 'P1', ENTNAME: '虚构甲公司', ALTITEM: '03', ALTITEM_CN: '经营范围<span class="dp">假</span>变更', ALTBE: '贸易', ALTAF: '投资管理', ALTDATE: '2026-02-01' },
    { sourceId: 'alt:P1:2026-02-01:03', payload: { event: 'change', changes: [{ field: '经营范围变更', before: '贸易', after: '投资管理', on: '2026-02-01' }] } }],
  ['annual-report',
    { ANCHEID: 'N1', ENTNAME: '虚构甲公司', ENTTYPE_CN: '有限责任公司(法人独资)', ANTYPE: '10', ANCHEYEAR: '2025', EMPNUM: '3', EMPNUMSIGN: '2', COLGRANUM: '1', WEBSITSIGN: '1', FORINVESTSIGN: '1', STOCKTRANSIGN: '2', PUBSTATE: '3', FUNDAM: '2', ASSGRO: '12.5', NETINC: '-2', WEBSITE: 'www.example.invalid', APPNAMES: '虚构宝', ANCHEDATE: '2026-03-01' },
    { payload: { event: 'annual-report', enterpriseType: '有限责任公司(法人独资)', annualReport: { year: '2025', form: '公司（非私营）', employees: 3, employeesDisclosed: '否', graduates: 1, hasWebsite: '是', investsOutside: '是', equityTransferred: '否', disclosure: '全部不公示', householdFunds: 20_000, assets: 125_000, netProfit: -20_000 }, websites: ['www.example.invalid'], apps: ['虚构宝'] } }],
  ['firm-background',
    { UNISCID: '91431002MA4L00000X', ENTNAME: '虚构甲公司', LEGAL_JUDGMENT_NUM: '3', NEWS_NUM: '6', NEGATIVE_NEWS_NUM: '2', LATE_FEE_NUM: '0', STAT_DATE: '2026-03-01' },
    { sourceId: 'bj:91431002MA4L00000X', payload: { name: '虚构甲公司', court: { judgments: 3 }, news: { total: 6, negative: 2 }, tax: { lateFees: 0 } } }],
  ['abnormal-list',
    { PRIPID: 'P1', ENTNAME: '虚构甲公司', SPECAUSE: '4', DECORG_CN: '某局', ABNTIME: '2026-02-02', REMDATE: '9999-12-31' },
    { sourceId: 'yc:P1:2026-02-02', payload: { event: 'abnormal', abnormal: { reason: '通过登记的住所无法联系', on: '2026-02-02' } } }],
  ['serious-list',
    { ILLID: 'I1', ENTNAME: '虚构甲公司', SERILLREA_CN: '提交虚假材料', ABNTIME: '2026-02-02' },
    { payload: { event: 'abnormal', list: 'serious-violation', abnormal: { reason: '提交虚假材料' } } }],
  ['penalty-gsj',
    { CASEID: 'C1', ENTNAME: '虚构甲公司', PENDECNO: '某市监罚〔2026〕1号', ILLEGACTTYPE: '虚假宣传', PENAM: '2', PENDECISSDATE: '2026-02-03' },
    { payload: { event: 'penalty', penalty: { number: '某市监罚〔2026〕1号', fine: 20_000 } } }],
  ['penalty-sgs-2018',
    { CF_XDR_MC: '虚构甲公司', CF_XDR_LB: '法人及非法人组织', CF_XDR_SHXYM: '91431002MA4L00000X', CF_FR_ZJHM: '431002190001010000', CF_WSH: '罚1', CF_WFXW: '违规宣传', CF_NR_FK: '1.5', CF_JDRQ: '2026/02/03', CF_GSJZQ: '2099-12-31' },
    { sourceId: 'sgscf:罚1:91431002MA4L00000X', payload: { penalty: { fine: 15_000, conduct: '违规宣传' } } },
    /431002190001010000|2099/],
  ['penalty-sgs-2016',
    { CF_XDR_MC: '虚构甲公司', CF_WSH: '罚2', CF_CFMC: '虚假广告案', CF_CFLB1: '罚款', CF_CFLB2: '没收', CF_ZT: '1', CF_XDR_SFZ: '431002190001010000', CF_JDRQ: '20260203', DFBM: '431002' },
    { operation: 'withdraw', payload: { penalty: { kind: '罚款；没收' }, regionCode: '431002' } },
    /431002190001010000/],
  ['penalty-sft',
    { entname: '虚构甲公司', writnumber: '司罚1', punishcontent: '罚款', punishmoney: '5000', punishdecidetime: '2026-02-03' },
    { payload: { penalty: { fine: 5_000 } } }],
  ['licence-sgs',
    { XK_WSH: '许1', XK_XDR_MC: '虚构甲公司', XK_XMMC: '食品经营', XK_XKBH: 'JY1', XK_JDRQ: '2026-02-03', XK_XDR_LB: '个体工商户' },
    { payload: { list: 'licence', licence: { title: '食品经营', certificate: 'JY1' } } }],
  ['financial-licence',
    { JGMC: '虚构村镇银行', JRXKZBH: 'J0001', JGBM: 'B1', FZRQ: '2020-01-01', YYDZ: '某路' },
    { sourceId: 'jrxk:J0001', payload: { list: 'financial-licence', name: '虚构村镇银行', licence: { certificate: 'J0001' } } }],
  ['shixin',
    { iname: '虚构甲公司', cardnum: '1234567****', casecode: '（2026）湘某执1号', type: '1', duty: '还款', performance: '全部未履行', publishdate: '2026年02月03日' },
    { payload: { list: 'dishonest-debtor', dishonest: { performance: '全部未履行' } } },
    /1234567/],
  ['complaint-12345-xlsx',
    { 工单编号: 'G1', 工单标题: '反映', 诉求内容: '某公司不退钱', 求助人员: '赵某', 求助号码: 13800000000, 性别: '女', 诉求归口: '金融', 市交办时间: '2026-02-03 08:00', 重复工单编号: 'G0' },
    { sourceId: 'G1', related: ['G0'], payload: { channel: '12345', text: '某公司不退钱', columns: { 诉求归口: '金融' } } },
    /赵某|1380000|女/],
  ['complaint-12345-system',
    { order_no: 'O1', content: '高息', raise_name: '钱某', callerPhone: '13900000000', is_secrecy: '1', raise_time: '2026-02-03 08:00:00' },
    { sourceId: 'O1', payload: { secret: true, text: '高息' } },
    /钱某|1390000/],
  ['complaint-12345-pinyin',
    { XFJBH: 'X1', BT: '标题', FYNR: '反映内容', XM: '孙某', LDHM: '13700000000', ZJHM: '431002190001010000', ISSECRET: '1', CJGL: 'X0', DJSJ: '2026-02-03 08:00:00', WTSDDM: '431002000000' },
    { related: ['X0'], payload: { secret: true, regionCode: '431002' } },
    /孙某|1370000|431002190001010000/],
  ['complaint-xf-xfjxfsxxx',
    { XFJBH: 'X2', BT: '标题', TSNR: '', GKXX: '概况', COMP_OBJ: '虚构甲公司', SJRS: '30', XFRS: '3', ISBM: '0', REPEATED_ID: 'X1', XFXS: '来访', XFRQ: '2026-02-03' },
    { related: ['X1'], payload: { text: '概况', people: 30, channel: 'letter', secret: false, targets: [{ name: '虚构甲公司' }] } }],
  ['complaint-xf-soap',
    { infoid: 'S1', title: '标题', content: '内容', visitorname: '李某', mobilephone: '13600000000', idcard: '431002190001010000', address: '某小区', Sjrs: 5, way: '网上', visittime: '2026-02-03', Wtsddm: '431002' },
    { payload: { people: 5, channel: 'web' } },
    /李某|1360000|4310021900|某小区/],
  ['complaint-12315',
    { complaintno: 'T1', problemdescribe: '预付款不退', report: '退款', rqstperson: '周某', linknumber: '13500000000', linkaddress: '某小区', subjectname: '虚构丁公司', registerno: '91431002MA4L00003X', objmoney: '9800', registertime: '2026-02-03 10:00:00' },
    { payload: { channel: '12315', text: '预付款不退；退款', amount: 9_800, targets: [{ name: '虚构丁公司', uscc: '91431002MA4L00003X' }] } },
    /周某|1350000|某小区/],
  ['complaint-12315-legacy',
    { AJID: 'J1', KEYWORD: '理财', CONTENT: '本金不还', APPLIDIQUE: '吴某', PTEL: '13400000000', ENTNAME: '虚构丁公司', REGTIME: '2026-02-03' },
    { payload: { text: '本金不还', targets: [{ name: '虚构丁公司' }] } },
    /吴某|1340000/],
  ['complaint-chinese',
    { 编号: 'L1', 举报内容: '高息揽储', 举报人: '郑某', 联系电话: '13300000000', 被举报单位: '虚构戊公司', '涉及金额（万元）': '5', 渠道: '网格员', 举报时间: '2026.2.3', 是否保密: '是' },
    { payload: { channel: 'grid', amount: 50_000, secret: true, targets: [{ name: '虚构戊公司' }] } },
    /郑某|1330000/],
  ['advert-monitor',
    { id: 'D1', title: '稳赚', source_txt_one: '年化24%', ocr_text: '保本', page_add_one: 'https://example.invalid/a', ad_master: '虚构己公司', media_name: '某媒体', push_user: '王某', push_u_phone: '13200000000', county_id: '431002', date_collect_time: '2026-02-03 09:00:00' },
    { payload: { text: '年化24%', imageText: '保本', advertiser: { name: '虚构己公司' }, publisher: { name: '某媒体' }, publishedOn: '2026-02-03', regionCode: '431002' } },
    /王某|1320000/],
  ['advert-media',
    { 样本编号: 'M1', 广告名称: '高收益', 广告主: '虚构己公司', 媒体名称: '某报', 媒体类别: '报纸', 发布日期: '2026-02-03', 违法程度: '严重' },
    { payload: { medium: 'paper', text: '高收益', monitor: { level: '严重' } } }],
  ['open-firms',
    { name: '虚构庚公司', brand: '庚', about: '介绍', address: '某地', established: '未知', capital: '500万元人民币', uscc: '91431002MA4L00004X', website: 'www.example.invalid' },
    { occurredAt: new Date('2025-12-31T16:00:00Z'), payload: { registeredCapital: 5_000_000, about: '介绍' } }],
  ['open-letters', { id: '1', title: '路灯', text: '坏了', time: '2020/1/6 12:09:38' }, { sourceId: '1', payload: { text: '坏了' } }],
  ['open-messages', { text: '贷款', label: 'AD_Loan' }, { payload: { medium: 'sms', text: '贷款', label: 'AD_Loan' } }],
  ['open-posts', { id: '8e12345678', text: '难友', entities: ['虚构平台'] }, { sourceId: '8e12345678', payload: { targets: [{ name: '虚构平台' }] } }],
]; // prettier-ignore

describe('each shipped preset', () => {
  it('has a case here and a source that speaks it', () => {
    expect(CASES.map(([preset]) => preset).sort()).toEqual([...PRESETS.keys()].sort());
    for (const preset of PRESETS.keys())
      expect(sourceOf(preset).feed).toBe(PRESETS.get(preset)?.feed);
  });

  const NOTHING_SECRET = /(?!)/;
  const filled = CASES.map(
    ([preset, row, expected, secrets]) =>
      [preset, row, expected, secrets ?? NOTHING_SECRET] as const,
  );

  it.each(filled)('%s turns its row into a record', (preset, row, expected, secrets) => {
    const outcome = record(preset, row);
    expect(outcome.record).toMatchObject(expected);
    expect(JSON.stringify(outcome.record)).not.toMatch(secrets);
  });

  it.each(CASES)('%s is found by its headers', (preset, row) => {
    const [best] = choosePreset(Object.keys(row), PRESETS.values());
    expect(best?.preset.name).toBe(preset);
    expect(best?.missing).toEqual([]);
  });

  it('say what is missing as officials call it', () => {
    const [best] = choosePreset(['机构名称'], [PRESETS.get('financial-licence')!]);
    expect(best?.missing).toEqual(['金融许可证编号']);
  });

  it.each([...PRESETS.values()].map((p) => [p.name, p] as const))(
    '%s knows a dialect by all its first names',
    (_name, preset) => {
      const headers = preset.columns.map((column) => column.from[0] ?? '');
      expect(choosePreset(headers, PRESETS.values())[0]?.preset).toBe(preset);
    },
  );
});

describe('the three dialects of the registration table', () => {
  const expected = {
    name: '虚构辛公司',
    uscc: '91431002MA4L00005X',
    registeredCapital: 2_000_000,
    establishedOn: '2026-01-05',
    businessScope: '咨询',
    event: 'establish',
  };

  it.each<[string, Row]>([
    [
      'registration-gsj',
      {
        uniscid: expected.uscc,
        entName: '虚构辛公司',
        reg_cap: '200',
        estDate: '2026-01-05 00:00:00',
        op_scope: '咨询',
      },
    ],
    [
      'registration-pinyin',
      { TYSHXYDM: expected.uscc, QYMC: '虚构辛公司', ZCZB: '200', CLRQ: '20260105', JYFW: '咨询' },
    ],
    [
      'registration-chinese',
      {
        '统一社会信用代码 ': expected.uscc,
        企业名称: '虚构辛公司',
        '注册资本（万元）': 200,
        成立日期: '2026年1月5日',
        经营范围: '咨询',
      },
    ],
  ])('%s says the same', (preset, row) => {
    expect(record(preset, row).record.payload).toEqual(expected);
  });
});

describe('a natural person', () => {
  it.each<[string, Row]>([
    [
      'penalty-sgs-2018',
      {
        CF_XDR_MC: '某某',
        CF_XDR_LB: '自然人',
        CF_WSH: '罚3',
        CF_WFXW: '无',
        CF_JDRQ: '2026-02-03',
      },
    ],
    ['shixin', { iname: '某某', type: '0', casecode: '案1', publishdate: '2026-02-03' }],
  ])('is no firm: %s', (preset, row) => {
    expect(() => record(preset, row)).toThrow('为自然人，不属于登记主体');
  });
});

describe('a retraction of the provincial platform', () => {
  it('withdraws', () => {
    const row = {
      PRIPID: 'P1',
      ENTNAME: '虚构甲公司',
      ESTDATE: '2026-01-05',
      DSC_BIZ_OPERATION: 'D',
    };
    expect(record('registration-gsj', row).record.operation).toBe('withdraw');
  });
});
