import type { Scheme } from '@risk/domain';
import type { Cast } from './cast.js';
import { inventWorld, type SampleOptions, type ToldStory } from './generate-samples.js';
import { feedDay } from './moments.js';
import type { Stage } from './stages.js';

/** What is really going on in one sample story. */
export interface SampleTruth {
  readonly schemeId: string;
  readonly scheme: Scheme;
  /** Key and name of the kind of scheme. */
  readonly kind: string;
  readonly title: string;
  /** Registered and former names, the companion firm, and what people call them. */
  readonly entityNames: readonly string[];
  readonly uscc: string | null;
  readonly companionUscc: string | null;
  /** County code. */
  readonly county: string;
  /** Day of the first record that shows what it is. */
  readonly firstSignOn: string;
  /** Day on which it broke, null while it is still running. */
  readonly exposedOn: string | null;
  /** sourceIds of all its records, in order. */
  readonly sourceIds: readonly string[];
}

/** What is really going on with one lawful look-alike. */
export interface SampleNearMiss {
  readonly kind: string;
  readonly title: string;
  readonly entityName: string;
  readonly uscc: string;
  readonly county: string;
  readonly sourceIds: readonly string[];
}

/** Stages that show nothing yet: founding a firm, a friendly invitation, a report. */
const INNOCENT: ReadonlySet<Stage> = new Set(['establish', 'bait', 'companion', 'unpaid', 'move']);

/** The stories behind the samples: whom they are about, when they could be seen, when they broke. */
export function sampleTruth(options: SampleOptions): SampleTruth[] {
  const { stories, ids } = inventWorld(options);
  return stories.map((story) => truthOf(story, ids));
}

function truthOf({ cast, beats }: ToldStory, ids: ReadonlyMap<string, string>): SampleTruth {
  const { id, plot, county, firm, companion } = cast;
  const signs = beats.filter(({ stage }) => !INNOCENT.has(stage));
  const broke = beats.find(({ stage }) => stage === 'gone');
  const first = signs[0] ?? beats[0];
  return {
    schemeId: id,
    scheme: plot.scheme,
    kind: plot.kind,
    title: plot.title,
    entityNames: namesOf(cast),
    uscc: firm?.uscc ?? null,
    companionUscc: companion?.uscc ?? null,
    county: county.code,
    firstSignOn: first ? feedDay(first.draft.at) : '',
    exposedOn: broke ? feedDay(broke.draft.at) : null,
    sourceIds: beats.flatMap(({ draft }) => ids.get(draft.key) ?? []),
  };
}

function namesOf({ firm, formerName, companion, aliases }: Cast): string[] {
  return [firm?.name, formerName, companion?.name, ...aliases].filter(
    (name) => name !== undefined && name !== null,
  );
}

/** The lawful firms among the samples that look suspicious and are not. */
export function sampleNearMisses(options: SampleOptions): SampleNearMiss[] {
  const { nearMisses, ids } = inventWorld(options);
  return nearMisses.map(({ plot, firm, drafts }) => ({
    kind: plot.kind,
    title: plot.title,
    entityName: firm.name,
    uscc: firm.uscc,
    county: firm.county.code,
    sourceIds: drafts.flatMap(({ key }) => ids.get(key) ?? []),
  }));
}
