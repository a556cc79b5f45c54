import { headingBlock, paragraphBlock, type Block } from '@risk/domain';
import { RiskError, uniqueBy, type Log } from '@risk/kit';
import { sectionOf } from '../sections/index.js';
import type { Ask, CityWords, Readings, Written } from '../sections/section.js';
import type { Broken, Composition } from './composition.js';

/** What one section became. */
type Part =
  | { readonly title: string; readonly written: Written }
  | { readonly title: string; readonly broken: Broken };

/** Sections that are read side by side: more would take from the intake of records, which has no time to spare. */
const AT_A_TIME = 2;

/**
 * Composes the body of a bulletin: each section by itself, so that one which breaks is seen and says why, and
 * the others still stand. The same question gives the same composition.
 */
export class ComposeBulletin {
  constructor(
    private readonly readings: Readings,
    private readonly words: CityWords,
    private readonly log: Log,
  ) {}

  async run(ask: Ask, sections: readonly string[]): Promise<Composition> {
    const parts: Part[] = [];
    const left = sections.entries();
    const hand = async (): Promise<void> => {
      for (const [place, code] of left) parts[place] = await this.part(code, ask);
    };
    await Promise.all(Array.from({ length: AT_A_TIME }, hand));
    return assembled(parts);
  }

  private async part(code: string, ask: Ask): Promise<Part> {
    const section = sectionOf(code);
    const { title } = section;
    try {
      return { title, written: await section.compose(this.readings, ask, this.words) };
    } catch (error) {
      this.log.error('a section of a bulletin cannot be written', {
        section: code,
        error: String(error),
      });
      return { title, broken: { section: title, why: whyOf(error) } };
    }
  }
}

/** Words for people; what only a programmer understands stays in the log. */
export const whyOf = (error: unknown): string =>
  error instanceof RiskError ? error.message : '读取数据时出错，详见运行日志';

/** Puts parts together: first what matters most, then each section under its heading. */
export function assembled(parts: readonly Part[]): Composition {
  const whole = parts.flatMap((part) => ('written' in part ? [part.written] : []));
  const broken = parts.flatMap((part) => ('broken' in part ? [part.broken] : []));
  return {
    body: [...summaryOf(whole, broken), ...parts.flatMap(blocksOf)],
    sheets: whole.flatMap(({ sheets }) => sheets),
    figures: whole.flatMap(({ figures }) => figures),
    broken,
    isQuiet: broken.length === 0 && whole.every(({ isQuiet }) => isQuiet),
    named: uniqueBy(
      whole.flatMap(({ named }) => named),
      ({ entityId }) => entityId,
    ),
  };
}

function summaryOf(whole: readonly Written[], broken: readonly Broken[]): readonly Block[] {
  const leads = whole.flatMap(({ lead }) => lead ?? []);
  const missing = broken.map(({ section }) => `“${section}”未能生成，本期不完整，不得签发。`);
  return [
    headingBlock('本期要情'),
    paragraphBlock([...missing, ...leads].join('') || '本期没有需要报告的事项。'),
  ];
}

function blocksOf(part: Part): readonly Block[] {
  const heading = headingBlock(part.title);
  if ('written' in part) return [heading, ...part.written.blocks];
  return [heading, paragraphBlock(`【本部分未能生成】${part.broken.why}`)];
}
