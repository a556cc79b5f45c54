import type { Random } from './random.js';

/** Values for the slots of a template. */
export type Slots = Readonly<Record<string, string>>;

/**
 * Speaks a template: `[这|那]` is a choice (it may hold others), `{town}` a slot.
 * A slot that nobody filled is a mistake in the template and stops the generator.
 */
export function say(template: string, slots: Slots, random: Random): string {
  let text = template;
  while (text.includes('['))
    text = text.replace(/\[([^[\]]*)\]/g, (_, choices: string) => random.pick(choices.split('|')));
  return text.replace(/\{(\w+)\}/g, (_, slot: string) => {
    const value = slots[slot];
    if (value === undefined) throw new RangeError(`template "${template}" wants {${slot}}`);
    return value;
  });
}
