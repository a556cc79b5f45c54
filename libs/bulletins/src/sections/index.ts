import { alerts } from './alerts.js';
import { comparison } from './comparison.js';
import { complained } from './complained.js';
import { feeds } from './feeds.js';
import { ledger, measures } from './measures.js';
import { moves } from './moves.js';
import { owing } from './owing.js';
import { results } from './results.js';
import { risers } from './risers.js';
import type { Section } from './section.js';
import { basics } from './special/basics.js';
import { elements } from './special/elements.js';
import { laws } from './special/laws.js';
import { relations } from './special/relations.js';
import { signals } from './special/signals.js';
import { suggestion } from './special/suggestion.js';
import { timeline } from './special/timeline.js';
import { unknowns } from './special/unknowns.js';
import { yields } from './yields.js';

/** Every section that a bulletin can be made of; one line to add one. */
const SECTIONS = {
  feeds,
  alerts,
  moves,
  risers,
  yields,
  complained,
  owing,
  results,
  comparison,
  measures,
  ledger,
  basics,
  signals,
  timeline,
  relations,
  elements,
  laws,
  suggestion,
  unknowns,
} satisfies Readonly<Record<string, Section>>;

export const SECTION_CODES: readonly string[] = Object.keys(SECTIONS);
export const isSection = (code: string): boolean => Object.hasOwn(SECTIONS, code);

/** The section of a code; the policy was checked to know only such. */
export function sectionOf(code: string): Section {
  if (!isSection(code)) throw new Error(`no section is called ${code}`);
  return SECTIONS[code as keyof typeof SECTIONS];
}
