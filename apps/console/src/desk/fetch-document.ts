import { problemOf, unreachable } from '../api/problem.js';
import { noteLife } from '../shell/life.js';

/** Lets the house write a document and saves it; doors that take a body cannot be plain links. */
export async function fetchDocument(path: string, body: object, otherwise: string): Promise<void> {
  const answer = await reach(path, body);
  if (!answer.ok)
    throw problemOf(answer.status, answer.headers.get('content-type') ?? '', await answer.text());
  noteLife();
  saveAs(await answer.blob(), nameIn(answer.headers.get('content-disposition') ?? '') ?? otherwise);
}

async function reach(path: string, body: object): Promise<Response> {
  try {
    return await fetch(`/api/${path}`, {
      ...{ method: 'POST', body: JSON.stringify(body) },
      headers: { 'content-type': 'application/json' },
    });
  } catch {
    throw unreachable();
  }
}

/** The name under which the house sends it (RFC 6266). */
export function nameIn(disposition: string): string | null {
  const [, encoded] = /filename\*=UTF-8''([^;]+)/.exec(disposition) ?? [];
  return encoded === undefined ? null : decodeURIComponent(encoded);
}

function saveAs(bytes: Blob, name: string): void {
  const address = URL.createObjectURL(bytes);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
