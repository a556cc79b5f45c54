import { compileAccessPolicy, type AccessPolicy } from '@risk/access';
import type { IndexOf } from '@risk/assessment';
import { compileBulletins, type BulletinPolicy } from '@risk/bulletins';
import { compileLookPolicy, type LookPolicy } from '@risk/cases';
import type { Assessment, EngineVersions, FeedRecord, ResolvedMention } from '@risk/domain';
import type { RuleBook } from '@risk/editions';
import {
  compileImportPolicy,
  compilePresets,
  compileSources,
  IMPORT_DEFAULTS,
  type ImportPolicy,
  type PresetBook,
  type SourceBook,
} from '@risk/intake';
import type { PackedLexicon } from '@risk/keywords';
import {
  compileHandling,
  compileMap,
  compileRegions,
  compileRouting,
  compileUnits,
  strangeSigns,
  type CityMap,
  type HandlingPolicy,
  type RoutingTree,
} from '@risk/routing';
import type { ConfigFile, ConfigFolder } from '@risk/settings';
import { compileTipPolicy, TIP_DEFAULTS, type TipPolicy } from '@risk/tips';
import { compileJudging, type Judging } from './compile-judging.js';

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
  /** The city's own map; without shapes where it is drawn schematically. */
  readonly map: CityMap;
  /** How alerts are told, recalled, escalated, grouped and held back. */
  readonly handling: HandlingPolicy;
  /** Who may look into the vault of reporters. */
  readonly lookPolicy: LookPolicy;
  /** How people prove who they are, and how long that holds. */
  readonly access: AccessPolicy;
  /** How large a file may be that people hand in, and how long it is kept. */
  readonly imports: ImportPolicy;
  /** How citizens report, and how much of it is taken. */
  readonly tips: TipPolicy;
  /** When bulletins come out, what stands in them and who gets them. */
  readonly bulletins: BulletinPolicy;
  /** What judges now; whoever needs one version throughout takes it once. */
  readonly judging: Judging;
  /** Judges records in their order, all with the same version. */
  readonly judgeAll: (records: readonly FeedRecord[]) => Judgement[];
  readonly indexOf: IndexOf;
  readonly versions: EngineVersions;
  /** How much of what: for people who check a configuration. */
  readonly sizes: Readonly<Record<string, number>>;
  /** Puts another lexicon in force, between two records and without a pause. */
  readonly useLexicon: (packed: PackedLexicon) => void;
  /** Puts another register of licences in force likewise; refuses it in words. */
  readonly useLicensed: (file: ConfigFile) => void;
  /** Puts other rules and scoring in force likewise, with other words if these are given; refuses them in words. */
  readonly useBook: (book: RuleBook, words?: PackedLexicon) => void;
}

/** Compiles a configuration folder; the first library that finds a fault refuses it in words. */
export function compileEngines(config: ConfigFolder): Engines {
  const presets = compilePresets(config.presets);
  const sources = compileSources(config.sources, presets);
  const regions = compileRegions(config.regions.content);
  const handling = compileHandling(config.handling.content);
  const units = compileUnits(config.units.content, handling.channels);
  const routing = compileRouting(config.routing.content, units, regions);
  const codes = units.units.map(({ code }) => code);
  const lookPolicy = compileLookPolicy(config.vault.content, codes);
  let judging = compileJudging(config, regions, (isKnown) => strangeSigns(routing, isKnown));

  return {
    sources,
    presets,
    routing,
    map: compileMap(config.map.content, regions),
    handling,
    lookPolicy,
    access: compileAccessPolicy(config.access.content),
    imports: compileImportPolicy(config.intake.content ?? IMPORT_DEFAULTS),
    tips: compileTipPolicy(config.public.content ?? TIP_DEFAULTS),
    bulletins: compileBulletins(config.bulletins.content),
    get judging() {
      return judging;
    },
    judgeAll: (records) =>
      judging.judge
        .judgeAll(records)
        .map(({ mentions, ...assessment }) => ({ assessment, mentions })),
    indexOf: (state, at, kept) => judging.indexOf(state, at, kept),
    get versions() {
      return { ...judging.judge.version, licensed: judging.licensed.version };
    },
    sizes: {
      sources: sources.size,
      presets: presets.size,
      units: units.units.length,
      counties: regions.counties.length,
      lexiconCodes: judging.keywords.size,
      rules: judging.rules.size,
      licensed: judging.licensed.size,
    },
    useLexicon: (packed) => {
      judging = judging.withLexicon(packed);
    },
    useLicensed: (file) => {
      judging = judging.withLicensed(file);
    },
    useBook: (book, words) => {
      judging = judging.withBook(book, words);
    },
  };
}
