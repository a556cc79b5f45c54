import { SAMPLE_NOTE, subjectOf } from './common-words.js';
import type { Writing } from './writing.js';

/** A notice of no alert says what was put down when it was made. */
export const saidPage: Writing = ({ said, sample, id }) => {
  if (!said) throw new Error(`notice ${id} says nothing`);
  return {
    subject: subjectOf(sample, '运行提示', said.subject),
    tier: null,
    opening: said.body.split('\n').filter((line) => line.trim() !== ''),
    lines: [],
    lists: [],
    notes: sample ? [SAMPLE_NOTE] : [],
  };
};
