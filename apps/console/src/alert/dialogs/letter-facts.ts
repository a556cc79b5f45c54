/** What a person fills in for a letter; every field is text as it was typed. */
export type LetterDraft = Readonly<Record<string, string | undefined>>;

/** How a field is written: one line, many lines of which each is an entry, a day, a moment, one of some words. */
export interface LetterField {
  readonly name: string;
  readonly label: string;
  readonly kind: 'line' | 'text' | 'lines' | 'day' | 'moment' | 'choice' | 'unit';
  readonly extra?: string;
  readonly choices?: readonly (readonly [code: string, word: string])[];
}

const REPRESENTATIVE: LetterField = {
  ...{ name: 'firm.representative', label: '法定代表人', kind: 'line' },
  extra: '登记里没有或已变更的才填',
};
const ADDRESS: LetterField = { name: 'firm.address', label: '住所', kind: 'line', extra: '同上' };
const ON: LetterField = { name: 'on', label: '文书日期', kind: 'day', extra: '不填为今天' };

/** What each letter asks of people; the rest the house knows. */
export const LETTER_FIELDS: Readonly<Record<string, readonly LetterField[]>> = {
  'suspend-registration': [
    { name: 'to', label: '主送单位', kind: 'unit' },
    { name: 'investigatedSince', label: '调查开始日', kind: 'day', extra: '不填为提出核查之日' },
    ...[REPRESENTATIVE, ADDRESS, ON],
  ],
  'warning-talk': [
    { name: 'at', label: '约谈时间', kind: 'moment' },
    { name: 'place', label: '约谈地点', kind: 'line' },
    {
      ...{ name: 'matters', label: '约谈事项', kind: 'lines' },
      extra: '每行一项；不要写投诉的内容',
    },
    { name: 'materials', label: '需携带的材料', kind: 'lines', extra: '每行一项' },
    { name: 'demands', label: '整改要求', kind: 'lines', extra: '每行一项' },
    { name: 'contact', label: '联系人和电话', kind: 'line' },
    ...[REPRESENTATIVE, ADDRESS, ON],
  ],
  'order-to-stop': [
    {
      ...{ name: 'as', label: '对方身份', kind: 'choice' },
      choices: [
        ['fundraiser', '非法集资人'],
        ['assistant', '非法集资协助人'],
      ],
    },
    { name: 'found', label: '认定的表述', kind: 'text', extra: '不填为查实步骤的理由' },
    { name: 'activities', label: '责令停止的活动', kind: 'lines', extra: '每行一项' },
    { name: 'remedy', label: '救济途径和期限', kind: 'text' },
    ...[REPRESENTATIVE, ADDRESS, ON],
  ],
  'verification-record': [REPRESENTATIVE, ADDRESS, ON],
};

/** What is sent: only what was filled in; `firm.address` lies within `firm`, `places.12` within `places`. */
export function letterFacts(fields: readonly LetterField[], draft: LetterDraft): object {
  const facts: Record<string, unknown> = {};
  for (const { name, kind } of fields) {
    const said = (draft[name] ?? '').trim();
    if (said === '') continue;
    const value = kind === 'lines' ? linesOf(said) : kind === 'moment' ? `${said}:00+08:00` : said;
    const [part = '', within] = name.split('.');
    if (within === undefined) facts[part] = value;
    else facts[part] = { ...(facts[part] as object | undefined), [within]: value };
  }
  return facts;
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
