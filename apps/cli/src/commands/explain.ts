import { whyNotHigher } from '@risk/assembly';
import {
  bothTiers,
  cutsText,
  feedName,
  schemeName,
  suppressionText,
  tierName,
  weightsText,
  type DimensionWeights,
  type TierCuts,
} from '@risk/domain';
import { chinaTime, Invalid, NotFound } from '@risk/kit';
import type { Explanation } from '@risk/store';
import type { Command, ExitCode } from '../command.js';
import type { RecordScale } from '../say-verdict.js';
import { sayWhyNot } from '../say-why-not.js';
import { withHouse } from '../with-house.js';

/** Prints the natural path of one record with that record's data: the architecture as a command. */
export const explainCommand: Command = {
  summary: '说明一条记录怎样得出结论',
  help: `用法: risk explain <记录编号 | 来源/来源编号>

按先后打印一条记录经过的每一步：接收、解析、评估、归并主体、指数、预警、通知；
最后说明为什么没有更高：距上一等级还差几分，哪些规则只差几步（按现行版本）。
标准输出是一个 JSON，标准错误是给人看的文字。举报人身份不在其中。`,
  async run([id], io) {
    if (id === undefined) throw new Invalid('请给出记录编号，或 来源/来源编号');
    return withHouse<ExitCode>(io, async (house) => {
      const explanation = await house.explanation.of(id);
      if (!explanation) throw new NotFound(`没有记录 ${id}`);
      const whyNot = await whyNotHigher(house, explanation);
      const story = storyOf(explanation, house.engines.judging.scoring);
      io.stdout.write(`${JSON.stringify({ ...explanation, whyNot })}\n`);
      io.stderr.write(`${[...story, ...sayWhyNot(whyNot)].join('\n')}\n`);
      return 0;
    });
  },
};

/** The scoring in force, as far as a record is measured by it. */
type Scale = RecordScale & { readonly version: string };

/** The path of one record in lines for people. */
export function storyOf(
  { record, assessment, entities, alerts }: Explanation,
  inForce: Scale,
): string[] {
  return [
    `1. 接收　${chinaTime(record.receivedAt)} 经 ${record.door} 收到${feedName(record.feed)}记录 ${record.source}/${record.sourceId}（${JSON.stringify(record.origin)}）${record.sample ? '［样例］' : ''}`,
    `2. 去重　内容指纹 ${record.fingerprint}，${record.current ? '现行版本' : '已有更新的版本'}；发生时间 ${chinaTime(record.occurredAt)}${record.reporterKept ? '；举报人信息已密封' : ''}`,
    ...verdictLines(assessment, inForce),
    ...entities.flatMap(entityLines),
    ...(entities.length === 0 ? ['4. 主体　没有认出所指的单位或个人'] : []),
    ...alerts.map(
      (a) =>
        `5. 预警　${a.id} ${tierName(a.personTier ?? a.tier)} ${a.entityName}，${chinaTime(a.raisedAt)}`,
    ),
    ...alerts.flatMap((a) =>
      a.notices.map((n) => `6. 通知　${n.unitName}（${n.step}）：${n.state}`),
    ),
  ];
}

function entityLines(e: Explanation['entities'][number]): string[] {
  return [
    `4. 主体　${e.name}（${e.uscc ?? '无代码'}${e.provisional ? '，暂定' : ''}），把握 ${(e.confidence * 100).toFixed(0)}%：${e.because}；现指数 ${e.score.toFixed(1)}（${tierName(e.tier)}）${e.person ? `；${bothTiers(e.tier, e.person)}` : ''}`,
    ...(e.index?.weights && e.index.cuts ? [scaleLine(e.index.weights, e.index.cuts)] : []),
    ...(e.index?.suppressed ? [`   · 不计：${suppressionText(e.index.suppressed)}`] : []),
  ];
}

const scaleLine = (weights: DimensionWeights, cuts: TierCuts): string =>
  `   · 衡量标准：维度权重 ${weightsText(weights)}；分级 ${cutsText(cuts)}`;

/** A record is measured by the weights and thresholds of its version; of the one in force they are at hand. */
const recordScale = (version: string, inForce: Scale): string =>
  version === inForce.version
    ? scaleLine(inForce.weights, inForce.tiers)
    : `   · 衡量标准：评分版本 ${version}，不是现行版本 ${inForce.version}`;

function verdictLines(assessment: Explanation['assessment'], inForce: Scale): string[] {
  if (!assessment) return ['3. 评估　没有评估（撤回的记录）'];
  const guess = assessment.categories[0];
  const like = guess
    ? `，最像${schemeName(guess.code)}（${(guess.probability * 100).toFixed(0)}%）`
    : '';
  return [
    `3. 评估　本条得分 ${assessment.score.toFixed(1)}（${tierName(assessment.tier)}）${like}；词库 ${assessment.version.lexicon}，规则 ${assessment.version.rules}`,
    recordScale(assessment.version.scoring, inForce),
    ...assessment.signals.map(
      (s) =>
        `   · [${s.engine}] ${s.because}${s.evidence ? `（${s.evidence.field} ${s.evidence.start}-${s.evidence.end}“${s.evidence.quote}”）` : ''}${s.suppressed === null ? ` +${s.weight.toFixed(1)}` : ` 不计：${s.suppressed}`}`,
    ),
  ];
}
