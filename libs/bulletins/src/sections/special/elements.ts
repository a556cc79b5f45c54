import { ELEMENTS, elementName, type LegalElement } from '@risk/domain';
import type { Dossier } from '../../dossier.js';
import type { Ask, CityWords, Written } from '../section.js';
import { table, text, written } from '../writing.js';
import { signalText } from './dossier-words.js';
import { dossierSection } from './read-dossier.js';

/** 四性对照: which element the signals touch, and what officers found of it. */
export const elements = dossierSection('四性对照', write);

function write(dossier: Dossier, _ask: Ask, words: CityWords): Written {
  const rows = ELEMENTS.map((element) => {
    const touching = signalsOn(element, dossier, words);
    return [
      elementName(element),
      touching.length === 0 ? '未见' : '有线索',
      touching.join('；') || '—',
      foundOn(element, dossier),
    ];
  });
  const touched = rows.filter(([, seen]) => seen !== '未见').map(([name]) => name);
  return written({
    blocks: [
      table(['要件', '线索', '有关信号（待核实）', '核查认定'], rows, [1.6, 1.4, 7, 2]),
      text(
        '非法性、利诱性、社会性见《防范和处置非法集资条例》第二条，公开性见2022年司法解释第一条；“未见”指现有信息没有涉及，不是不具备。',
      ),
    ],
    lead: touched.length === 0 ? null : `现有线索涉及${touched.join('、')}。`,
    isQuiet: touched.length === 0,
  });
}

const MOST = 5;

/** An element that only rules over the whole touch is named as such. */
function signalsOn(element: LegalElement, { signals, index }: Dossier, words: CityWords): string[] {
  const touching = signals.filter((one) => one.elements.includes(element));
  const said = [...new Set(touching.map((one) => signalText(one, words)))];
  const shown = said.slice(0, MOST);
  if (said.length > MOST) return [...shown, `等 ${said.length} 项`];
  return said.length === 0 && index?.elements[element] ? ['综合研判提示'] : shown;
}

const FOUND = { met: '具备', 'not-met': '不具备', unclear: '不明' } as const;

/** The latest word of officers. */
function foundOn(element: LegalElement, { verifications }: Dossier): string {
  const found = verifications
    .flatMap((one) => one.found)
    .findLast((one) => one.element === element);
  return found ? FOUND[found.finding] : '尚未认定';
}
