import type { Delivery, Message } from '@risk/alerting';
import type { Webhook } from './webhook.js';

/** How a platform wants a notice, and what it says besides its status. */
interface Format {
  readonly bodyOf: (message: Message) => string;
  /** Null when the status alone decides. */
  readonly answered: (answer: string) => Delivery | null;
}

/** The body formats; one entry to add one. */
export const FORMATS: Readonly<Record<Webhook['format'], Format>> = {
  json: {
    bodyOf: ({ facts, subject, text }) => JSON.stringify({ ...facts, subject, text }),
    answered: () => null,
  },
  wecom: {
    bodyOf: ({ text }) =>
      JSON.stringify({ msgtype: 'text', text: { content: within(MOST_BYTES, text) } }),
    answered: byErrcode,
  },
};

/** The longest text of a group robot, in bytes (企业微信群机器人配置说明). */
const MOST_BYTES = 2048;
/** Busy, and too many a minute (企业微信全局错误码). */
const NOT_NOW = new Set([-1, 45009]);

/** A text cut to so many bytes of UTF-8, never inside a character. */
export function within(bytes: number, text: string): string {
  if (Buffer.byteLength(text) <= bytes) return text;
  let kept = '';
  let room = bytes - Buffer.byteLength('…');
  for (const character of text) {
    room -= Buffer.byteLength(character);
    if (room < 0) break;
    kept += character;
  }
  return `${kept}…`;
}

/** The robot answers 200 to everything; only its errcode tells. */
function byErrcode(answer: string): Delivery | null {
  const errcode = Number(/"errcode"\s*:\s*(-?\d+)/.exec(answer)?.[1] ?? 0);
  if (errcode === 0) return null;
  const why = `对方答复 errcode ${errcode}`;
  return NOT_NOW.has(errcode) ? { outcome: 'retry', why } : { outcome: 'refused', why };
}
