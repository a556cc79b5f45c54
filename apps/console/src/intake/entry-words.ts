/** Codes with what they are called. */
type Words = readonly { readonly value: string; readonly label: string }[];

const wordsOf = (table: Readonly<Record<string, string>>): Words =>
  Object.entries(table).map(([value, label]) => ({ value, label }));

/** By which way a complaint reached the office. */
export const CHANNELS = wordsOf({
  ...{ letter: '来信', phone: '来电', web: '网上', wechat: '微信', grid: '网格', bank: '银行' },
  ...{ '12345': '12345 热线', '12315': '12315 平台', '110': '110 报警' },
});

export const MEDIA = wordsOf({
  ...{ outdoor: '户外', leaflet: '传单', wechat: '微信', web: '网站', app: '应用程序' },
  ...{ sms: '短信', video: '视频', tv: '电视', paper: '报刊' },
});

export const EVENTS = wordsOf({
  ...{ establish: '设立', change: '变更', 'annual-report': '年报', abnormal: '经营异常' },
  ...{ penalty: '行政处罚', cancel: '注销' },
});
