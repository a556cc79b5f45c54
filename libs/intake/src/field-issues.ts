import { pathText } from '@risk/kit';
import type { z } from 'zod';
import type { FieldIssue } from './poison.js';

/** What a schema refused, each with its field below a prefix. */
export const fieldIssues = (error: z.ZodError, prefix: readonly string[] = []): FieldIssue[] =>
  error.issues.map(({ path, message }) => ({ path: pathText([...prefix, ...path]), message }));
