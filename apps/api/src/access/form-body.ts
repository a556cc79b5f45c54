import type { Request } from 'express';
import type { z } from 'zod';
import { readForm, Unreadable } from '@risk/kit';
import { wholeOf } from '../item-batches.js';

const LONGEST = 64 * 1024;

/** The fields of a form that a browser sent. */
export async function formBody<T extends z.ZodType>(
  request: Request,
  form: T,
): Promise<z.output<T>> {
  if (!request.is('application/x-www-form-urlencoded'))
    throw new Unreadable('请用网页上的表单提交');
  const text = (await wholeOf(request, LONGEST)).toString('utf8');
  return readForm(form, Object.fromEntries(new URLSearchParams(text)));
}
