import { contentOf, KNOWN_ANSWERS } from './answers.js';
import { UNFORMED } from './asked-words.js';
import { chapterOf } from './chapters.js';
import { parametersOf, worded, type Parameter } from './parameters-of.js';
import { pathPart } from './path-words.js';
import { questionOf } from './questions.js';
import { refusalsOf } from './refusals.js';
import { securityOf } from './security.js';

type JsonDocument = Readonly<Record<string, unknown>>;
type Answers = Readonly<
  Record<string, { readonly description?: string; readonly content?: object }>
>;

/** An operation as the part of the house that has it tells it. */
export interface Operation extends JsonDocument {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: object;
  readonly responses: Answers;
  readonly security?: readonly object[];
}

/** An operation with all that integrators want: chapter, real types, security, answers and refusals with examples. */
export function operationTold(operation: Operation, method: string, path: string): JsonDocument {
  const door = `${method} ${path}`;
  const { responses, parameters = [], security, ...rest } = operation;
  const isOpen = security?.length === 0;
  const asked = questionAt(door, parameters);
  const parts = parameters.filter((one) => one.in === 'path').map((one) => pathPart(path, one));
  const refusals = refusalsOf({
    ...{ method, isOpen, told: responses },
    ...{ hasPath: parts.length > 0, hasQuestion: asked.length > 0 },
    hasBody: rest.requestBody !== undefined,
  });
  return {
    tags: [chapterOf(path).title],
    ...rest,
    ...(parts.length + asked.length > 0 && { parameters: [...parts, ...asked] }),
    responses: { ...answersOf(door, responses), ...refusals },
    security: securityOf(path, isOpen),
  };
}

/** What may be asked: by its form where there is one, by its names otherwise. */
function questionAt(door: string, parameters: readonly Parameter[]): Parameter[] {
  const form = questionOf(door);
  if (form) return parametersOf(form);
  return parameters
    .filter((one) => one.in === 'query')
    .map((one) => {
      const schema = UNFORMED[`${door} ${one.name}`];
      return worded(schema ? { ...one, schema: { ...schema } } : one);
    });
}

/** The good answers: how the door really answered, with the words of its description. */
function answersOf(door: string, told: Answers): JsonDocument {
  const good = Object.entries(told).filter(([status]) => Number(status) < 400);
  const known = KNOWN_ANSWERS[door];
  const others = Object.entries(told).filter(([, { content }]) => content !== undefined);
  if (!known) return Object.fromEntries([...good, ...others]);
  const description = (told[known.status] ?? good[0]?.[1])?.description ?? '';
  return {
    ...Object.fromEntries(others),
    [known.status]: { description, content: contentOf(door, known) },
  };
}
