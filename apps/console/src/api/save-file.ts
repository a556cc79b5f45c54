import { problemOf, unreachable } from './problem.js';

/** Fetches a file that is made of what is sent, and lets the browser save it under its own name. */
export async function saveFile(path: string, body: object): Promise<void> {
  const answer = await reach(`/api/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) {
    const type = answer.headers.get('content-type') ?? '';
    throw problemOf(answer.status, type, await answer.text());
  }
  const name = nameIn(answer.headers.get('content-disposition') ?? '');
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
export function nameIn(disposition: string): string {
  const exact = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1];
  if (exact !== undefined) return decodeURIComponent(exact);
  return /filename="([^"]*)"/i.exec(disposition)?.[1] ?? '文件';
}

function handOut(content: Blob, name: string): void {
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
