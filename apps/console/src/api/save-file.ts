import { noteLife } from '../shell/life.js';
import { problemOf, unreachable } from './problem.js';
import { signInAgain } from './sign-in-again.js';

/** Fetches a file that is made of what is sent, and lets the browser save it under the name that it comes with. */
export async function saveFile(path: string, body: object, otherwise = '文件'): Promise<void> {
  const answer = await reach(`/api/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (answer.status === 401) return signInAgain();
  if (!answer.ok) {
    const type = answer.headers.get('content-type') ?? '';
    throw problemOf(answer.status, type, await answer.text());
  }
  noteLife();
  const name = nameIn(answer.headers.get('content-disposition') ?? '') ?? otherwise;
  handOut(await answer.blob(), name);
}

async function reach(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch {
    throw unreachable();
  }
}

/** The name in a Content-Disposition; the exact one comes percent-encoded (RFC 6266). */
export function nameIn(disposition: string): string | null {
  const exact = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1];
  if (exact !== undefined) return decodeURIComponent(exact);
  return /filename="([^"]*)"/i.exec(disposition)?.[1] ?? null;
}

/** Lets the browser save what is at hand already. */
export function handOut(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.appendChild(link);
  link.click();
  link.remove();
  // The browser has begun to save it by then; sooner, some would lose it.
  window.setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
