import { upload } from '../api/upload.js';

/** What the house takes, and how much of it (libs/cases says so as well). */
export const TAKEN_FILES = '.pdf,.docx,.xlsx,.png,.jpg,.jpeg,.zip,.txt';
export const MOST_BYTES = 20 * 1024 * 1024;

/** A file that lies beside an alert now. */
export interface UploadedFile {
  readonly id: string;
  readonly name: string;
}

/** Sends a file to lie beside an alert, and tells how much of it is on its way: from 0 to 1. */
export async function uploadFile(
  alertId: string,
  file: File,
  because: string,
  tellProgress: (part: number) => void,
): Promise<UploadedFile> {
  const said = new URLSearchParams({ name: file.name, because });
  const path = `alerts/${alertId}/attachments?${said.toString()}`;
  const { id } = await upload<Pick<UploadedFile, 'id'>>(path, file, tellProgress);
  return { id, name: file.name };
}
