import { conflictIn, type Literal } from './contradiction.js';
import type { Problem } from './problem.js';
import type { Shape } from './shape.js';

/** A tree whose denials stand at its questions: answers that are needed, and how many of some. */
type Form =
  | (Literal & { readonly kind: 'literal'; readonly at: string })
  | {
      readonly kind: 'some';
      readonly at: string;
      readonly needed: number;
      readonly parts: readonly Form[];
      /** Whether an author wrote this choice; else it came of denying what belongs together. */
      readonly written: boolean;
    };

/** Where a condition, or a branch of it that somebody wrote, can never hold, and what speaks against it. */
export const impossibleIn = (shape: Shape): readonly Problem[] => deadEnds(formOf(shape, true), []);

/** Whether a condition holds whatever the facts. */
export const alwaysHolds = (shape: Shape): boolean => !isOpen(formOf(shape, false), []);

function formOf(shape: Shape, holds: boolean): Form {
  const { at } = shape;
  if (shape.kind === 'question') return { kind: 'literal', at, question: shape, holds };
  if (shape.kind === 'not') return formOf(shape.part, !holds);
  const parts = shape.parts.map((part) => formOf(part, holds));
  const needed = holds ? shape.needed : parts.length - shape.needed + 1;
  return { kind: 'some', at, needed, parts, written: holds };
}

type Choice = Extract<Form, { kind: 'some' }>;

/** What must be so together, and the choices that are left beside it. */
function together(form: Form): { literals: readonly Literal[]; choices: readonly Choice[] } {
  if (form.kind === 'literal') return { literals: [form], choices: [] };
  if (form.needed < form.parts.length) return { literals: [], choices: [form] };
  const parts = form.parts.map(together);
  return {
    literals: parts.flatMap(({ literals }) => literals),
    choices: parts.flatMap(({ choices }) => choices),
  };
}

function deadEnds(form: Form, given: readonly Literal[]): readonly Problem[] {
  const { literals, choices } = together(form);
  const all = [...given, ...literals];
  const conflict = conflictIn(all);
  if (conflict) return [{ at: form.at, says: sayConflict(conflict) }];
  return choices.flatMap((choice) =>
    choice.written || !isOpen(choice, all)
      ? choice.parts.flatMap((part) => deadEnds(part, all))
      : [],
  );
}

/** Whether nothing is found that keeps it from holding beside what is given. */
function isOpen(form: Form, given: readonly Literal[]): boolean {
  const { literals, choices } = together(form);
  const all = [...given, ...literals];
  if (conflictIn(all)) return false;
  return choices.every(
    ({ parts, needed }) => parts.filter((part) => isOpen(part, all)).length >= needed,
  );
}

function sayConflict(conflict: readonly Literal[]): string {
  const said = conflict.map(sayLiteral);
  return said.length === 1
    ? `${said.join('')}永远不能成立`
    : `${said.join('与')}互相矛盾，永远不能成立`;
}

const sayLiteral = ({ question: { at, says }, holds }: Literal): string =>
  `“${holds ? '' : '并非'}${says}”（${at}）`;
