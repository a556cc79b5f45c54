import type { z } from 'zod';

/** The form of a request body, with a body that somebody might really send. */
export interface ShownForm {
  readonly form: z.ZodType;
  readonly example: unknown;
}

/** A form with its example; the compiler holds the example against the form, a spec reads it by the form. */
export const shown = <Form extends z.ZodType>(form: Form, example: z.input<Form>): ShownForm => ({
  form,
  example,
});
