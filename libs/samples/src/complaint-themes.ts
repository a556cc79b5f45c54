/** An ordinary matter that citizens bring up: what it is called, and how they put it. */
export interface ComplaintTheme {
  readonly title: string;
  readonly texts: readonly string[];
  /** The trade of the firm that is complained about, as its name says it. */
  readonly about?: readonly string[];
  /** The sum at stake, yuan. */
  readonly sum?: readonly [number, number];
}

export const OPENINGS: readonly string[] = [
  '',
  '',
  '[市民|群众|来电人]反映：',
  '[您好|你好|领导好]，',
  '我是{county}{town}的[居民|住户|村民]。',
  '来电人称，',
  '【{county}】',
  '[尊敬的领导|各位领导]：',
];
export const CLOSINGS: readonly string[] = [
  '',
  '[请|望|恳请]有关部门[核实处理|尽快处理|现场看看|督促整改]。',
  '希望[早日|尽快]解决，谢谢！',
  '请[回复|答复]。',
  '[诉求：尽快处理|诉求：给个说法|诉求：协调解决]。',
];
