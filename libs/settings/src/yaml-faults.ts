import type { ErrorCode } from 'yaml';

const FAULTS: Partial<Readonly<Record<ErrorCode, string>>> = {
  ALIAS_PROPS: '引用（*名称）后面不能再加标记',
  BAD_ALIAS: '引用的名称（*名称）没有定义',
  BAD_COLLECTION_TYPE: '标记的类型与内容不符',
  BAD_DIRECTIVE: '不认识的指令（%）',
  BAD_DQ_ESCAPE: '双引号里有不认识的转义（\\），可改用单引号',
  BAD_INDENT: '缩进不对（同一层的行要对齐），或者括号没有成对',
  BAD_PROP_ORDER: '标记（&、!）应写在内容之前',
  BAD_SCALAR_START: '文字不能以这个符号开头，请加引号',
  BLOCK_AS_IMPLICIT_KEY: '冒号的位置不对：一行里只能有一个“键: 值”，值里有冒号请加引号',
  BLOCK_IN_FLOW: '方括号、花括号里不能另起缩进的列表',
  DUPLICATE_KEY: '同一层里有重复的键',
  IMPOSSIBLE: '无法理解这里的写法',
  KEY_OVER_1024_CHARS: '键太长，可能少了引号或冒号',
  MISSING_CHAR: '少了符号：引号、括号要成对，逗号、冒号后要有空格',
  MULTILINE_IMPLICIT_KEY: '键不能跨行，可能少了冒号或引号',
  MULTIPLE_ANCHORS: '一处只能有一个名称（&名称）',
  MULTIPLE_DOCS: '只能有一份内容，不要写 ---',
  MULTIPLE_TAGS: '一处只能有一个标记（!）',
  NON_STRING_KEY: '键应为文字',
  TAB_AS_INDENT: '缩进不能用制表符（Tab），请用空格',
  TAG_RESOLVE_FAILED: '标记（!）无法理解',
  UNEXPECTED_TOKEN: '这里多了符号，或者缩进、括号不对',
};

/** What is wrong with a text that should be YAML, in Chinese. */
export const yamlFault = (code: ErrorCode): string => FAULTS[code] ?? '写法不对';
