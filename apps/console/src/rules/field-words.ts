type Words = Readonly<Record<string, string>>;

/** What rules count within the last days. */
const WINDOWS: Words = {
  complaints: '投诉举报件数',
  complainants: '投诉举报人数',
  recentRegions: '投诉来源县市区数',
  advertisements: '广告条数',
  changes: '登记变更次数',
  newAffiliates: '新设关联主体数',
  newBranches: '新设分支机构数',
  newAtPhone: '同电话新设主体数',
  newAtAddress: '同地址新设主体数',
  relatedComplainants: '关联主体投诉举报人数',
  complainantsAtPhone: '同电话主体投诉举报人数',
  complainantsAtAddress: '同地址主体投诉举报人数',
  relatedAdvertisements: '关联主体广告条数',
  complaintSums: '投诉涉及金额',
};

/** How the fields are called that rules read and write about; a test holds them to what the house calls them. */
export const FIELD_WORDS: Words = {
  ...{ event: '登记事项', name: '名称', formerNames: '曾用名', uscc: '统一社会信用代码' },
  ...{ legalRepresentative: '法定代表人', shareholders: '股东', registeredCapital: '注册资本' },
  ...{ paidInCapital: '实缴资本', establishedOn: '成立日期', address: '住所' },
  ...{ businessAddress: '经营地址', 'industry.code': '行业代码', businessScope: '经营范围' },
  ...{ phones: '电话', websites: '网站', apps: '应用程序', wechat: '微信账号' },
  ...{ changes: '变更事项', enterpriseType: '企业类型' },
  'annualReport.year': '年报年度',
  'annualReport.form': '年报类别',
  'annualReport.status': '经营状态',
  'annualReport.employees': '从业人数',
  'annualReport.employeesDisclosed': '从业人数是否公示',
  'annualReport.graduates': '高校毕业生经营者人数',
  'annualReport.hasWebsite': '是否有网站',
  'annualReport.investsOutside': '是否有对外投资',
  'annualReport.equityTransferred': '是否发生股权转让',
  'annualReport.disclosure': '年报公示状态',
  'annualReport.householdFunds': '个体工商户资金数额',
  'court.judgments': '裁判文书数',
  'news.total': '媒体报道数',
  'news.negative': '负面报道数',
  'tax.lateFees': '税款滞纳金笔数',
  ...{ channel: '来源渠道', targets: '被反映对象', amount: '涉及金额', people: '涉及人数' },
  ...{ medium: '发布媒介', imageText: '图片文字', url: '网址', 'advertiser.name': '广告主' },
  ...{ 'advertiser.uscc': '广告主信用代码', 'publisher.name': '发布者', publishedOn: '发布日期' },
  ...{ title: '标题', text: '正文', regionCode: '地区代码' },
  'entity.establishedOn': '成立日期',
  'entity.firstSeenAt': '首次出现日期',
  'entity.complaintAmount': '投诉涉及金额',
  'entity.complaintPeople': '投诉涉及人数',
  'entity.complaintRegions': '投诉来源县市区数',
  'entity.highestAnnualYield': '最高宣传年化收益',
  'entity.samePhone': '同电话的其他主体数',
  'entity.sameAddress': '同地址的其他主体数',
  'entity.sameRepresentative': '同名法定代表人的其他主体数',
  'entity.sameShareholder': '同名股东的其他主体数',
  'entity.branches': '分支机构数',
  ...Object.fromEntries(
    Object.entries(WINDOWS).flatMap(([name, label]) =>
      [7, 30, 90].map((days) => [`entity.${name}.d${String(days)}`, `近${String(days)}天${label}`]),
    ),
  ),
};

/** What a template may hold besides fields. */
export const SPECIAL_WORDS: Words = {
  ...{ quote: '第一处原文', quotes: '各处原文', yield: '折合年化', seen: '看到了什么' },
};

/** A template with what is filled in named in Chinese: 群众反映“〔各处原文〕”. */
export const templateWords = (template: string): string =>
  template.replace(/\{([^{}]+)\}/g, (whole, name: string) => {
    const words = SPECIAL_WORDS[name] ?? FIELD_WORDS[name];
    return words === undefined ? whole : `〔${words}〕`;
  });
