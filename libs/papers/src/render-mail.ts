import { createHash } from 'node:crypto';
import { paperText, withHeadingNumbers, type Chart, type Paper } from '@risk/domain';
import { uniqueBy } from '@risk/kit';
import { drawAll } from './charts/draw-all.js';
import type { Picture } from './charts/draw-chart.js';
import { mailBlock } from './mail/mail-blocks.js';
import { mailEnding } from './mail/mail-ending.js';
import { mailFrame } from './mail/mail-frame.js';
import { mailHead } from './mail/mail-head.js';
import type { MailImage, Placed } from './mail/mail-image.js';
import { MAIL_EDGE, MAIL_WIDTH } from './mail/styles.js';
import { printable } from './printable.js';

/** A paper as a mail: HTML, the same in plain text, and the pictures that the HTML calls. */
export interface RenderedMail {
  readonly html: string;
  readonly text: string;
  readonly images: readonly MailImage[];
}

/** Sets a paper as a mail that Outlook, QQ, Foxmail and a phone show alike; the same paper gives the same bytes. */
export async function renderMail(paper: Paper): Promise<RenderedMail> {
  const placed = placedOf(await drawAll(paper));
  const body = withHeadingNumbers(paper.body).map((block) => mailBlock(block, placed));
  const content = [mailHead(paper), ...body, mailEnding(paper)].join('\n');
  return {
    html: mailFrame(titleOf(paper), content),
    text: `${paperText(paper).map(printable).join('\n')}\n`,
    images: uniqueBy(
      [...placed.values()].map(({ image }) => image),
      ({ cid }) => cid,
    ),
  };
}

/** The same page with its pictures inside, for a browser and for the archive. */
export const selfContained = ({ html, images }: RenderedMail): string =>
  images.reduce(
    (page, { cid, png }) =>
      page.replaceAll(
        `<img src="cid:${cid}"`,
        `<img src="data:image/png;base64,${Buffer.from(png).toString('base64')}"`,
      ),
    html,
  );

const titleOf = ({ masthead, title }: Paper): string =>
  masthead ? `${masthead.name}　${title}` : title;

function placedOf(pictures: ReadonlyMap<Chart, Picture>): ReadonlyMap<Chart, Placed> {
  const placed = [...pictures].map(([chart, picture], i) => {
    const image = { cid: cidOf(picture.png), name: `图${i + 1}.png`, png: picture.png };
    return [chart, { image, width: pixelsOf(picture) }] as const;
  });
  return new Map(placed);
}

/** From the picture alone: equal pictures travel once, and no clock or chance comes in. */
const cidOf = (png: Uint8Array): string =>
  `${createHash('sha256').update(png).digest('hex').slice(0, 16)}@risk`;

/** As wide as on paper, where 25.4 mm are 96 px, unless the mail is narrower. */
const pixelsOf = ({ width }: Picture): number =>
  Math.min(Math.round((width * 96) / 25.4), MAIL_WIDTH - 2 * MAIL_EDGE);
