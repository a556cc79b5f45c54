import { parseArgs } from 'node:util';
import type { House } from '@risk/assembly';
import { recall, withVerdicts, type EntityMemory } from '@risk/assessment';
import { tierName, type EngineVersions, type RiskIndex } from '@risk/domain';
import { chinaMoment, chinaTime, Invalid, NotFound } from '@risk/kit';
import { ProgressBar } from '../../../standalone/src/progress-bar.js';
import type { Command, CommandIo, ExitCode } from '../command.js';
import { periodOf } from '../period.js';
import { withHouse } from '../with-house.js';
import { writeLine } from '../write-line.js';

/** `risk rescore`: the index of an entity at any past moment, as it stood or by any other version. */
export const rescoreCommand: Command = {
  summary: '按任一时刻、任一版本重新计算一个主体的指数',
  help: `用法: risk rescore 主体编号 [--at 时刻] [--edition 版本编号]
      risk rescore --verify [--since 日期]

按 --at 那一刻（ISO 8601，省略即现在）已经知道的记录、归并和名单重新计算主体的指数。
不写 --edition：用当时的版本和当时的逐条评估，得数应与当时的指数完全相同（标准输出的 "same" 说明是否相同）。
写 --edition：用该规则版本（risk edition list 查看）把当时已知的记录逐条重新评估。
标准输出一个 JSON；不改动任何数据。

--verify：把（--since 以来）指数历史的每一行都重算一遍，逐一核对；有不同的逐行列出，退出码为 1。`,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: {
        at: { type: 'string' },
        edition: { type: 'string' },
        verify: { type: 'boolean', default: false },
        since: { type: 'string' },
      },
      allowPositionals: true,
    });
    if (values.verify) return verify(values.since, io);
    const [entityId] = positionals;
    if (entityId === undefined || !/^\d{1,18}$/.test(entityId))
      throw new Invalid('请给出主体编号（数字）');
    const asked = values.at === undefined ? null : chinaMoment('--at', values.at);
    return withHouse<ExitCode>(io, async (house) => {
      const at = asked ?? house.clock.now();
      const memory = await house.memory.asOf(entityId, at);
      if (!memory) throw new NotFound(`没有主体 ${entityId}`);
      const stood = await house.overview.indexAt(memory.entityId, at);
      const rescored =
        values.edition === undefined
          ? await asItStood(
              house,
              memory,
              stood?.index.version ?? house.engines.versions,
              stood?.at ?? at,
            )
          : await byEdition(house, memory, values.edition, at);
      const same =
        stood !== null &&
        stood.index.score === rescored.score &&
        stood.index.tier === rescored.tier;
      await writeLine(io.stdout, {
        entityId: memory.entityId,
        name: memory.name,
        at,
        stood,
        rescored,
        same,
      });
      io.stderr.write(`${memory.name}　${chinaTime(at)}\n`);
      io.stderr.write(
        `  当时　${stood ? say(stood.index) : '还没有指数'}\n  重算　${say(rescored)}\n`,
      );
      return 0;
    });
  },
};

/** Every line of the history is made again and compared. */
async function verify(since: string | undefined, io: CommandIo): Promise<ExitCode> {
  return withHouse<ExitCode>(io, async (house) => {
    const { from } = periodOf(since, undefined, house.clock.now());
    const history = await house.overview.indexHistory(from);
    const bar = new ProgressBar(io.stderr);
    let wrong = 0;
    for (const [n, { entityId, at, score, tier, version }] of history.entries()) {
      const memory = await house.memory.asOf(entityId, at);
      const again = memory && (await asItStood(house, memory, version, at));
      if (again?.score !== score || again.tier !== tier) {
        wrong += 1;
        await writeLine(io.stdout, {
          entityId,
          at,
          score,
          tier,
          again: again && { score: again.score, tier: again.tier },
        });
      }
      bar.show(n + 1, history.length, '核对指数历史');
    }
    bar.end();
    io.stderr.write(
      `核对 ${history.length} 行，相同 ${history.length - wrong} 行，不同 ${wrong} 行\n`,
    );
    return wrong === 0 ? 0 : 1;
  });
}

const say = ({ score, tier, version }: RiskIndex): string =>
  `${score.toFixed(1)}（${tierName(tier)}），规则 ${version.rules}，评分 ${version.scoring}`;

/** With the verdicts that stood, by the versions that stood, at the moment the number was made. */
async function asItStood(
  house: House,
  memory: EntityMemory,
  versions: EngineVersions,
  at: Date,
): Promise<RiskIndex> {
  const { indexOf } = await house.past.judgingOf(versions);
  return indexOf({ ...memory, ...recall(memory, at) }, at, await house.cutsAt(at));
}

async function byEdition(
  house: House,
  memory: EntityMemory,
  id: string,
  at: Date,
): Promise<RiskIndex> {
  const edition = await house.editions.store.find(id);
  if (!edition) throw new NotFound(`没有版本 ${id}`);
  const { rules, scoring } = edition;
  const judging = await house.past.judgingOf({ ...house.engines.versions, rules, scoring });
  const ids = [...memory.records, ...memory.parent].map(({ recordId }) => recordId);
  const records = await house.memory.records(ids);
  const known = [...records.keys()];
  const verdicts = judging.judge.judgeAll([...records.values()]);
  const verdictOf = new Map(known.map((recordId, i) => [recordId, verdicts[i]]));
  const again = withVerdicts(memory, (recordId) => verdictOf.get(recordId));
  return judging.indexOf({ ...again, ...recall(again, at) }, at, await house.cutsAt(at));
}
