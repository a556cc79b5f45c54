const NAMES: Readonly<Record<string, string>> = {
  case: '大小写',
  width: '全角半角',
  compatibility: '兼容字符',
  traditional: '繁体',
  'look-alike': '形近字',
  invisible: '隐形字符',
  noise: '夹杂符号',
  digits: '数字写法',
  repeat: '叠字',
  split: '拆字',
  homophone: '谐音',
  pinyin: '拼音',
};

/** What was undone to find a word, in Chinese: 谐音 for `homophone`. */
export const transformName = (transform: string): string => NAMES[transform] ?? transform;

const CONTEXTS: Readonly<Record<string, string>> = {
  negation: '否定',
  'warning text': '警示宣传',
  denial: '辟谣',
  quotation: '引述',
};

/** A cue that takes the meaning of a hit away, read back from how the hit names it. */
export interface NamedCue {
  /** 否定, 警示宣传, 辟谣 or 引述. */
  readonly context: string;
  readonly quote: string;
  readonly start: number;
  readonly end: number;
}

const CUE = /^(negation|warning text|denial|quotation) (.*) at (\d+)-(\d+)$/su;

/** The cue named in `suppressed` of a hit (`negation 不承诺 at 3-6`); null where it names none. */
export function namedCue(suppressed: string): NamedCue | null {
  const [, label = '', quote = '', start, end] = CUE.exec(suppressed) ?? [];
  if (start === undefined || end === undefined) return null;
  return { context: CONTEXTS[label] ?? label, quote, start: Number(start), end: Number(end) };
}
