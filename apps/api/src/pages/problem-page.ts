import { html, page } from './html.js';

/** Draws a refusal in words, with a way back. */
export const problemPage = (title: string, detail: string): string =>
  page(
    title,
    html`<h1>${title}</h1>
      <p>${detail}</p>
      <p><a href="/">回到总览</a></p>`,
  );
