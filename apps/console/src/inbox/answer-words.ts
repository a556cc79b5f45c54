import type { UploadedFile } from './upload-file.js';

/** The most that an answer may say, the names of its files included. */
export const LONGEST_ANSWER = 1000;

/** An answer with the files that belong to it named below. */
export function answerWords(text: string, files: readonly UploadedFile[]): string {
  const plain = text.trim();
  if (files.length === 0) return plain;
  return `${plain}\n附件：${files.map(({ id, name }) => `${name}（附件 ${id}）`).join('、')}`;
}

/** Why it cannot be sent; null when it can. */
export function faultOfAnswer(text: string, files: readonly UploadedFile[]): string | null {
  if (text.trim() === '') return '请写明核查、处置的情况';
  const length = answerWords(text, files).length;
  return length > LONGEST_ANSWER
    ? `连同附件名称共 ${String(length)} 个字，超过 ${String(LONGEST_ANSWER)} 个字；长文请作为附件上传`
    : null;
}
