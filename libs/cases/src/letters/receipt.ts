import { schemeName, writtenDay, type Paper } from '@risk/domain';
import { draft, table, text } from './draft.js';
import type { HandoverFacts } from './facts.js';
import { HANDOVER_RULES } from './laws.js';
import { BLANK } from './phrases.js';

/** The form that the police sign and send back (order 310, articles 7 and 8). */
export function receipt(facts: HandoverFacts): Paper {
  const rows = [
    ['移送单位', facts.from],
    ['案件名称', `${facts.firm.name}涉嫌${schemeName(facts.alert.scheme)}案件线索`],
    ['移送日期', writtenDay(facts.on)],
    ['移送材料', `移送函1份，材料${facts.evidence.length}件`],
    ['接收单位', facts.to],
    ['接收人（签名）', BLANK],
    ['接收日期', `${BLANK}年${BLANK}月${BLANK}日`],
    ['审查结果', '□ 立案　　□ 不予立案　　□ 不属本机关管辖，已转送：＿＿＿＿'],
    ['决定文书文号', BLANK],
    ['不予立案的理由', BLANK],
    ['接收单位（印章）', ''],
  ];
  return draft(
    { ...facts, copies: [] },
    {
      kind: 'form',
      title: '移送回执',
      addressee: null,
      body: [
        table([], rows, { shares: [3, 8] }),
        text(
          `说明：依照${HANDOVER_RULES}，公安机关应当在移送书的回执上签字（第七条），自接受之日起3日内审查并书面通知是否立案（第八条）；不属于本机关管辖的，应当在24小时内转送有管辖权的机关并书面告知（第七条）。`,
        ),
      ],
    },
  );
}
