import type { ReactNode } from 'react';
import type { Feed } from '../api/codes.js';
import { Link } from '../address/link.js';
import type { EntityFile, Registered } from '../api/entities.js';
import type { WhyNot } from '../api/entity-parts.js';
import { useAsked } from '../api/use-asked.js';
import { Facts } from '../shown/facts.js';
import { ProblemNote } from '../shown/problem-note.js';
import { Waiting } from '../shown/waiting.js';
import { When } from '../shown/when.js';
import { TIER_NAMES } from '../shown/tier.js';
import { FEED_WORDS } from '../shown/words.js';
import { contactName, scoreText, yuanText } from './entity-words.js';
import { IndexWhy } from './index-why.js';
import { Judgements } from './judgements.js';
import { RegisteredEvents } from './registered-events.js';

/** What an entity is, why its index is what it is, and what people said of it. */
export function FactsPart({ file }: { readonly file: EntityFile }) {
  return (
    <>
      <div className="entity-two">
        <section className="entity-box">
          <h2>登记事实</h2>
          <Facts lines={linesOf(file)} />
        </section>
        <section className="entity-box">
          <h2>理由</h2>
          {file.index ? (
            <IndexWhy index={file.index} />
          ) : (
            <p className="soft">没有指数：没有计入的线索。</p>
          )}
          <WhyNotHigher id={file.id} />
        </section>
      </div>
      <Judgements file={file} />
      {file.registered && <RegisteredEvents events={file.registered.events} />}
      <Merges file={file} />
    </>
  );
}

type Line = readonly [string, ReactNode];

function linesOf(file: EntityFile): readonly Line[] {
  const { registered, parent, contacts, licence, records } = file;
  return [
    ['统一社会信用代码', file.uscc ?? '没有'],
    ['属地', file.regionName],
    ...(registered ? registeredLines(registered) : [['登记', '没有收到登记信息'] as const]),
    ['所属总公司', parent && <Link to={`entities/${parent.id}`}>{parent.name}</Link>],
    [
      '联系方式',
      contacts.map(({ kind, value }) => `${contactName(kind)} ${value}`).join('；') || null,
    ],
    [
      '持牌',
      licence
        ? `${licence.name}（${licence.reason}，${licence.from} 至 ${licence.until}，出处：${licence.source}）`
        : '不在持牌登记内',
    ],
    [
      '记录',
      (Object.keys(FEED_WORDS) as Feed[])
        .map((feed) => `${FEED_WORDS[feed]} ${String(records[feed])} 条`)
        .join('，'),
    ],
    ['首次出现', <When key="founded" at={file.foundedAt} />],
  ];
}

const registeredLines = (told: Registered): readonly Line[] => [
  ['曾用名', told.formerNames.join('、') || null],
  ['法定代表人', told.legalRepresentative],
  [
    '股东',
    told.shareholders
      .map(({ name, kind, share }) =>
        [name, kind, share === null ? null : `${String(share)}%`].filter(Boolean).join(' '),
      )
      .join('、') || null,
  ],
  ['注册资本', sumLine(told.registeredCapital, told.paidInCapital)],
  ['成立日期', told.establishedOn],
  ['登记地址', told.address],
  ['经营地址', told.businessAddress],
  ['行业', told.industry],
  ['经营范围', told.businessScope],
  ['登记电话', told.phones.join('、') || null],
  ['登记网址', told.websites.join('、') || null],
];

function sumLine(registered: number | null, paidIn: number | null): string | null {
  if (registered === null) return null;
  return paidIn === null
    ? yuanText(registered)
    : `${yuanText(registered)}（实缴 ${yuanText(paidIn)}）`;
}

/** How far it is to the next tier with the engines in force, and what came nearest. */
function WhyNotHigher({ id }: { readonly id: string }) {
  const { data, problem, again } = useAsked<WhyNot>(`entities/${id}/why-not`);
  return (
    <>
      <h2>为何不更高</h2>
      {problem && <ProblemNote problem={problem} again={again} />}
      {!data && !problem && <Waiting />}
      {data && (
        <>
          <p>
            按现行版本 {scoreText(data.score)} 分
            {data.next
              ? `，距${TIER_NAMES[data.next.tier]}（${scoreText(data.next.from)} 分）还差 ${scoreText(data.next.points)} 分`
              : '，已是最高等级'}
          </p>
          {data.nearest.length === 0 ? (
            <p className="soft">没有接近成立而能提高得分的规则</p>
          ) : (
            <ol className="entity-reasons">
              {data.nearest.map(({ rule, says, score }) => (
                <li key={rule}>
                  {says}
                  <small>若成立，得分为 {scoreText(score)}</small>
                </li>
              ))}
            </ol>
          )}
        </>
      )}
    </>
  );
}

/** Which drafts became part of it, and which were taken out again. */
function Merges({ file: { id, merges } }: { readonly file: EntityFile }) {
  if (merges.length === 0) return null;
  return (
    <section className="entity-box">
      <h2>身份归并</h2>
      <table className="entity-table">
        <thead>
          <tr>
            <th scope="col">归并进来的</th>
            <th scope="col">时间</th>
            <th scope="col">理由</th>
            <th scope="col">撤销</th>
          </tr>
        </thead>
        <tbody>
          {merges.map(({ memberId, memberName, intoId, because, mergedAt, undoneAt, undoneBy }) => (
            <tr key={`${memberId} ${mergedAt}`}>
              <td>
                {memberId === id ? (
                  <>
                    曾并入 <Link to={`entities/${intoId}`}>主体 {intoId}</Link>
                  </>
                ) : undoneAt === null ? (
                  `${memberName}（编号 ${memberId}）`
                ) : (
                  <Link to={`entities/${memberId}`}>{memberName}</Link>
                )}
              </td>
              <td>
                <When at={mergedAt} />
              </td>
              <td>{because}</td>
              <td>
                {undoneAt === null ? (
                  <span className="soft">没有撤销</span>
                ) : (
                  <>
                    <When at={undoneAt} /> {undoneBy}
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
