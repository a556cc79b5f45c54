import type { HouseState } from '../api/house-state.js';
import { Facts } from '../shown/facts.js';
import { Mark } from '../shown/mark.js';
import { When } from '../shown/when.js';
import { Card, Unknown } from './card.js';
import { bytesWords, countWords, lagWords, sinceWords } from './figure-words.js';

/** The database server, its tables and its connections. */
export function DatabaseCard({ database }: Pick<HouseState, 'database'>) {
  if (!database)
    return (
      <Card title="数据库">
        <Unknown />
      </Card>
    );
  const { version, sizeBytes, isEmbedded, pool, migrationsApplied, migrationsKnown } = database;
  return (
    <Card title="数据库">
      <Facts
        lines={[
          ['版本', `PostgreSQL ${version}${isEmbedded ? '（随平台自带）' : ''}`],
          ['大小', bytesWords(sizeBytes)],
          [
            '连接',
            `共 ${String(pool.total)}，空闲 ${String(pool.idle)}，等候 ${String(pool.waiting)}`,
          ],
          [
            '升级',
            migrationsApplied >= migrationsKnown
              ? `已到最新（${String(migrationsApplied)} 步）`
              : `${String(migrationsApplied)} / ${String(migrationsKnown)} 步`,
          ],
        ]}
      />
    </Card>
  );
}

/** The process that answers this screen. */
export function ProcessCard({ process, at }: Pick<HouseState, 'process' | 'at'>) {
  return (
    <Card title="进程">
      <Facts
        lines={[
          ['平台版本', process.version],
          ['提交', process.commit === null ? '构建时没有记下' : <code>{process.commit}</code>],
          ['Node.js', process.node],
          [
            '启动',
            <>
              <When at={process.startedAt} />
              ，已运行 {sinceWords(process.startedAt, at)}
            </>,
          ],
          ['内存', `${bytesWords(process.residentBytes)}（堆 ${bytesWords(process.heapBytes)}）`],
          ['事件循环延迟', `${lagWords(process.lagSeconds)}（99 分位）`],
        ]}
      />
    </Card>
  );
}

/** How long the audit trail is, and when it was last held to be whole. */
export function AuditCard({ audit }: Pick<HouseState, 'audit'>) {
  return (
    <Card title="审计账">
      {audit ? (
        <Facts
          lines={[
            ['末尾行号', countWords(audit.lines)],
            ['最近核验', <Verified key="verified" verified={audit.verified} />],
            ['库外存证', audit.witnessedAt === null ? '还没有' : <When at={audit.witnessedAt} />],
          ]}
        />
      ) : (
        <Unknown />
      )}
    </Card>
  );
}

type Verification = NonNullable<HouseState['audit']>['verified'];

function Verified({ verified }: { readonly verified: Verification }) {
  if (!verified) return <>本次启动后还没有核验（由审计员在“审计”核验）</>;
  const when = <When at={verified.at} />;
  if (verified.state === 'running') return <>正在核验，始于 {when}</>;
  if (verified.state === 'failed') return <Mark standing="waiting">没有跑完 {when}</Mark>;
  if (verified.faults === 0) return <Mark standing="good">完整 {when}</Mark>;
  return (
    <Mark standing="bad">
      {verified.faults} 处不符 {when}
    </Mark>
  );
}

/** What is on and what is off. */
export function SwitchesCard({ switches }: Pick<HouseState, 'switches'>) {
  return (
    <Card title="接通了什么">
      <Facts
        lines={switches.map(
          ({ name, isOn, note }) =>
            [
              name,
              <Mark key={name} standing={isOn ? 'good' : 'off'}>
                {isOn ? '是' : '否'}：{note}
              </Mark>,
            ] as const,
        )}
      />
    </Card>
  );
}
