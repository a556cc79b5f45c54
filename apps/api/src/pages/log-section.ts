import { logWord } from '@risk/alerting';
import { tierName } from '@risk/domain';
import { chinaTime } from '@risk/kit';
import type { LifeLine } from '@risk/store';
import { html, type Html, type Part } from './html.js';
import { alertLink, unitLink } from './links.js';
import { stageWord, type Names } from './words.js';

/** What a change of tier is called, before the tier that it led to; one line to add one. */
const TIER_WORDS: Readonly<Record<string, string>> = {
  raised: '首次预警为',
  upgraded: '升级为',
  lowered: '降低为',
  differs: '模型判断与人工等级不同，模型为',
};
const MOST_NEWS = 3;

/** All that happened to an alert: who, for which unit, what, why, and where it led. */
export const logSection = (log: readonly LifeLine[], names: Names): Html =>
  html`<section>
    <h2>经过</h2>
    <ol class="log">
      ${log.map((line) => logItem(line, names))}
    </ol>
  </section>`;

function logItem(line: LifeLine, names: Names): Html {
  const { id, at, because } = line;
  return html`<li id="step-${id}">
    <time>${chinaTime(at)}</time>　${who(line, names)}${what(line)}${moved(line)}${
      because === null ? null : `：${because}`
    }${detailOf(line, names)}${newsOf(line)}<small>#${id}</small>
  </li>`;
}

const who = ({ by, unit }: LifeLine, names: Names): Part =>
  by === null ? '系统' : unit === null ? by : [by, '（', unitLink(unit, names), '）'];

function what({ kind, toTier }: LifeLine): string {
  const word = TIER_WORDS[kind];
  return word === undefined ? logWord(kind) : `${word}${tierName(toTier)}`;
}

const moved = ({ fromStage, toStage }: LifeLine): Part =>
  toStage === null || toStage === fromStage
    ? null
    : html` <b class="moved">→ ${stageWord(toStage)}</b>`;

const newsOf = ({ news }: LifeLine): Part =>
  news.length === 0 ? null : `：${news.slice(0, MOST_NEWS).join('；')}`;

/** What else a step names: the other alert of a merger, the unit or the person that an alert was given to. */
function detailOf({ detail }: LifeLine, names: Names): Part {
  const text = (key: string): string | null => {
    const value = detail?.[key];
    return typeof value === 'string' ? value : null;
  };
  const other = text('into') ?? text('from');
  const unit = text('toUnit');
  const person = text('toPerson');
  return [
    other === null ? null : ['（', alertLink(other, `预警 ${other}`), '）'],
    unit === null ? null : ['（改派给', unitLink(unit, names), '）'],
    person === null ? null : ['（由', person, '经办）'],
  ];
}
