import { createIndexing, type IndexOf } from '@risk/assessment';
import type { Assessment, EngineVersions, FeedRecord, ResolvedMention } from '@risk/domain';
import { compilePresets, compileSources, type PresetBook, type SourceBook } from '@risk/intake';
import type { KeywordEngine } from '@risk/keywords';
import { compileRegions, compileRouting, compileUnits, type RoutingTree } from '@risk/routing';
import { runExamples } from '@risk/rules';
import type { ConfigFolder } from '@risk/settings';
import { compileJudging } from './compile-judging.js';

/** The verdict on a record and the parties it names. */
export interface Judgement {
  readonly assessment: Assessment;
  readonly mentions: readonly ResolvedMention[];
}

/** The whole configuration, understood, checked and ready to run. */
export interface Engines {
  readonly sources: SourceBook;
  readonly presets: PresetBook;
  readonly routing: RoutingTree;
  readonly keywords: KeywordEngine;
  readonly judge: (record: FeedRecord) => Judgement;
  readonly indexOf: IndexOf;
  readonly versions: EngineVersions;
  /** How much of what: for people who check a configuration. */
  readonly sizes: Readonly<Record<string, number>>;
}

/** Compiles a configuration folder; the first library that finds a fault refuses it in words. */
export function compileEngines(config: ConfigFolder): Engines {
  const presets = compilePresets(config.presets);
  const sources = compileSources(config.sources, presets);
  const regions = compileRegions(config.regions.content);
  const units = compileUnits(config.units.content);
  const routing = compileRouting(config.routing.content, units, regions);
  const { keywords, rules, scoring, judge } = compileJudging(config, regions);

  return {
    sources,
    presets,
    routing,
    keywords,
    judge: (record) => {
      const { mentions, ...assessment } = judge.judge(record);
      return { assessment, mentions };
    },
    indexOf: createIndexing({ rules, scoring, version: judge.version }),
    versions: judge.version,
    sizes: {
      sources: sources.size,
      presets: presets.size,
      units: units.units.length,
      counties: regions.counties.length,
      lexiconCodes: keywords.size,
      rules: rules.size,
    },
  };
}

/** The examples of the rules that do not turn out as they say; empty when all hold. */
export function failedExamples(config: ConfigFolder): string[] {
  return runExamples(config.rules)
    .filter((outcome) => !outcome.passed)
    .map(({ file, rule, note, says }) => `${file} › ${rule}：${note}　${says}`);
}
