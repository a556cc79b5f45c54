import { cleanText, readForm } from '@risk/kit';
import { z } from 'zod';
import type { ApprovalWish } from './approve-look.js';
import type { LookWish } from './request-look.js';

const by = cleanText.describe('谁；账号体系启用前为自己填写，系统不能证明');
const unit = cleanText.describe('单位代码；只有 config/vault.yaml 所列单位可以');
const id = z.string().regex(/^\d{1,18}$/, '应为记录编号');

/** The body of a request for a look. */
export const lookRequestSchema = z.strictObject({
  by,
  unit,
  because: cleanText.describe('理由，至少十个字'),
  recordIds: z.array(id).min(1).max(100).describe('记录编号，最多二十条'),
});

/** The body of a consent. */
export const lookApprovalSchema = z.strictObject({
  by,
  unit,
  because: cleanText.describe('为什么同意'),
});

/** The body of a look. */
export const lookSchema = z.strictObject({ by });

export const readLookWish = (content: unknown): LookWish => readForm(lookRequestSchema, content);

export const readApprovalWish = (requestId: string, content: unknown): ApprovalWish => ({
  requestId,
  ...readForm(lookApprovalSchema, content),
});

export const readLook = (requestId: string, content: unknown) => ({
  requestId,
  ...readForm(lookSchema, content),
});
