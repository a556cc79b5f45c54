import { problemOf, unreachable } from '../api/problem.js';
import { noteLife } from '../shell/life.js';

/** What the house takes, and how much of it (libs/cases says so as well). */
export const TAKEN_FILES = '.pdf,.docx,.xlsx,.png,.jpg,.jpeg,.zip,.txt';
export const MOST_BYTES = 20 * 1024 * 1024;

/** A file that lies beside an alert now. */
export interface UploadedFile {
  readonly id: string;
  readonly name: string;
}

/** Sends a file to lie beside an alert, and tells how much of it is on its way: from 0 to 1. */
export function uploadFile(
  alertId: string,
  file: File,
  because: string,
  tellProgress: (part: number) => void,
): Promise<UploadedFile> {
  const said = new URLSearchParams({ name: file.name, because });
  return new Promise((resolve, reject) => {
    // fetch tells nothing of how far an upload has come.
    const request = new XMLHttpRequest();
    request.open('POST', `/api/alerts/${alertId}/attachments?${said.toString()}`);
    request.setRequestHeader('accept', 'application/json');
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.upload.onprogress = ({ loaded, total }) =>
      tellProgress(total === 0 ? 0 : loaded / total);
    request.onerror = () => reject(unreachable());
    request.onload = () => {
      const type = request.getResponseHeader('content-type') ?? '';
      if (request.status >= 300) {
        reject(problemOf(request.status, type, request.responseText));
        return;
      }
      noteLife();
      const { id } = JSON.parse(request.responseText) as { readonly id: string };
      resolve({ id, name: file.name });
    };
    request.send(file);
  });
}
