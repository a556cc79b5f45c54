import { chinaDay, groupBy } from '@risk/kit';
import type { Block } from '@risk/domain';
import type { Dossier } from '../../dossier.js';
import type { Ask, LawBasis, Readings, Written } from '../section.js';
import { section } from '../section.js';
import { table, text, written } from '../writing.js';
import { codesOf } from './dossier-words.js';
import { dossierOf } from './read-dossier.js';

interface Facts {
  readonly dossier: Dossier;
  readonly bases: readonly LawBasis[];
}

/** 适用依据: the law that the signals point at, as it was in force on the day of the report. */
export const laws = section('适用依据', read, write);

async function read({ dossiers, laws: book }: Readings, ask: Ask): Promise<Facts> {
  const dossier = await dossierOf({ dossiers }, ask);
  return { dossier, bases: book.basesOf(codesOf(dossier)) };
}

/** How rules name what is no law. */
const LOCAL = '本地默认';

function write({ bases }: Facts, { span }: Ask): Written {
  const day = chinaDay(new Date(span.until.getTime() - 1));
  const lawful = bases.filter(({ law }) => law !== LOCAL);
  const standing = lawful.filter((basis) => standingOn(basis, day) === 'in-force');
  return written({
    blocks: [
      ...inForceBlocks(standing, day),
      ...outOfForce(lawful, day),
      ...localBlocks(bases.filter(({ law }) => law === LOCAL)),
      text(
        '以上为信号规则所依据的规定，供核查参考；行为适用何时的规定、如何认定，由主管单位依法确定。',
      ),
    ],
    isQuiet: standing.length === 0,
  });
}

type Standing = 'not-yet' | 'in-force' | 'no-longer';

/** Days of both ends belong to it. */
export function standingOn({ effectiveFrom, effectiveTo }: LawBasis, day: string): Standing {
  if (effectiveFrom !== null && effectiveFrom > day) return 'not-yet';
  return effectiveTo !== null && effectiveTo < day ? 'no-longer' : 'in-force';
}

function inForceBlocks(standing: readonly LawBasis[], day: string): readonly Block[] {
  if (standing.length === 0) return [text(`现有信号没有指向 ${day} 施行中的具体法律条文。`)];
  const rows = [...groupBy(standing, ({ law }) => law)].map(([law, same]) => [
    lawName(law),
    distinct(same.map(({ article }) => article ?? '')) || '—',
    distinct(same.map(periodText)),
    distinct(same.map(({ title }) => title)),
  ]);
  return [
    text(`以下按 ${day} 施行的规定列出。`),
    table(['规定', '条款', '施行期间', '对应信号'], rows, [4, 3, 2.5, 4]),
  ];
}

const distinct = (said: readonly string[]): string =>
  [...new Set(said)].filter((one) => one !== '').join('、');

/** Laws in book marks with their number behind, standards as they are. */
function lawName(law: string): string {
  if (law.includes('GB/T')) return law;
  const [, name = law, number = ''] = /^(.+?)(（[^（）]*号）)?$/.exec(law) ?? [];
  return `《${name}》${number}`;
}

function periodText({ effectiveFrom, effectiveTo }: LawBasis): string {
  if (effectiveFrom === null) return effectiveTo === null ? '施行中' : `至 ${effectiveTo}`;
  return effectiveTo === null ? `自 ${effectiveFrom}` : `${effectiveFrom} 至 ${effectiveTo}`;
}

/** A rule whose basis had not begun or had ended says so, whatever else it rests on. */
function outOfForce(lawful: readonly LawBasis[], day: string): readonly Block[] {
  return lawful.flatMap((basis) => {
    const standing = standingOn(basis, day);
    if (standing === 'in-force') return [];
    const why =
      standing === 'not-yet'
        ? `自 ${basis.effectiveFrom ?? ''} 起施行，${day} 尚未施行`
        : `施行至 ${basis.effectiveTo ?? ''}，${day} 已不再施行`;
    return [text(`“${basis.title}”所依据的${lawName(basis.law)}${basis.article ?? ''}${why}。`)];
  });
}

const localBlocks = (local: readonly LawBasis[]): readonly Block[] =>
  local.length === 0
    ? []
    : [
        text(
          `另有 ${local.length} 项信号按本地默认规则提示，不是法律依据：${distinct(local.map(({ title }) => title))}。`,
        ),
      ];
