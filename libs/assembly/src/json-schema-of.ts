import { z } from 'zod';

/** The JSON schema of a form as somebody fills it in; inside another document it claims no dialect of its own. */
export function jsonSchemaOf(form: z.ZodType): object {
  const { $schema: _schema, ...rest } = z.toJSONSchema(form, { io: 'input' });
  return rest;
}
