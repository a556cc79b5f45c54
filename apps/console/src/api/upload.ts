import { noteLife } from '../shell/life.js';
import { problemOf, unreachable } from './problem.js';
import { signInAgain } from './sign-in-again.js';

/** Sends the bytes of a file; tells as it goes how much is there, from 0 to 1. Fetch does not tell that. */
export function upload<T>(
  path: string,
  file: Blob,
  onProgress: (share: number) => void,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/api/${path}`);
    request.setRequestHeader('accept', 'application/json');
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.upload.onprogress = ({ lengthComputable, loaded, total }) => {
      if (lengthComputable && total > 0) onProgress(loaded / total);
    };
    request.onerror = () => reject(unreachable());
    request.onload = () => {
      const { status, responseText } = request;
      if (status === 401) {
        void signInAgain();
        return;
      }
      if (status < 200 || status >= 300) {
        const type = request.getResponseHeader('content-type') ?? '';
        reject(problemOf(status, type, responseText));
        return;
      }
      noteLife();
      resolve(JSON.parse(responseText) as T);
    };
    request.send(file);
  });
}
