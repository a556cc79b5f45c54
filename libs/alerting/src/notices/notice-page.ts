import type { Tier } from '@risk/domain';
import { escapeHtml } from '@risk/kit';
import type { Attachment } from './ports.js';

/** A labelled fact. */
export interface Line {
  readonly label: string;
  readonly value: string;
}

/** A notice before it is set in type. */
export interface NoticePage {
  readonly subject: string;
  /** Decides the colour of the heading. */
  readonly tier: Tier | null;
  /** What is said in sentences before the facts. */
  readonly opening: readonly string[];
  readonly lines: readonly Line[];
  readonly lists: readonly { readonly title: string; readonly items: readonly string[] }[];
  /** What stands below, smaller. */
  readonly notes: readonly string[];
}

/** Subject and body of a notice, in plain text and in HTML. */
export interface ComposedNotice {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly attachments: readonly Attachment[];
}

/** Sets a page in plain text and in HTML that Outlook, QQ, Foxmail and a phone show alike: tables, inline styles. */
export const setInType = (page: NoticePage): ComposedNotice => ({
  subject: page.subject,
  text: asText(page),
  html: asHtml(page),
  attachments: [],
});

function asText({ subject, opening, lines, lists, notes }: NoticePage): string {
  const parts = [
    [subject],
    opening,
    lines.map((l) => `${l.label}：${l.value}`),
    ...lists.map(({ title, items }) => [`${title}：`, ...items.map((t, i) => `${i + 1}. ${t}`)]),
    notes,
  ];
  const said = parts.filter((part) => part.length > 0).map((part) => part.join('\n'));
  return `${said.join('\n\n')}\n`;
}

const CELL = 'padding:6px 10px;border:1px solid #d9d9d9;vertical-align:top;word-break:break-word';
const COLOURS: Readonly<Record<Tier, string>> = {
  red: '#cf1322',
  orange: '#d46b08',
  yellow: '#ad8b00',
  blue: '#0958d9',
  none: '#595959',
};

function asHtml({ subject, tier, opening, lines, lists, notes }: NoticePage): string {
  return [
    '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width,initial-scale=1"></head>',
    "<body style=\"font-family:'Microsoft YaHei','PingFang SC',sans-serif;font-size:15px;color:#222;line-height:1.6\">",
    `<h2 style="font-size:18px;color:${COLOURS[tier ?? 'none']}">${inHtml(subject)}</h2>`,
    ...opening.map((sentence) => `<p>${inHtml(sentence)}</p>`),
    table(lines),
    ...lists.map(
      ({ title, items }) =>
        `<h3 style="font-size:16px">${inHtml(title)}</h3><ol>${listed(items)}</ol>`,
    ),
    ...notes.map((note) => `<p style="color:#595959">${inHtml(note)}</p>`),
    '</body></html>',
  ].join('');
}

const inHtml = (text: string): string => escapeHtml(text).replaceAll('\n', '<br>');

const listed = (items: readonly string[]): string =>
  items.map((item) => `<li>${inHtml(item)}</li>`).join('');

function table(lines: readonly Line[]): string {
  if (lines.length === 0) return '';
  const rows = lines.map(
    ({ label, value }) =>
      `<tr><td style="${CELL};white-space:nowrap;background:#fafafa">${inHtml(label)}</td><td style="${CELL}">${inHtml(value)}</td></tr>`,
  );
  return `<table cellspacing="0" cellpadding="0" style="border-collapse:collapse;width:100%;max-width:720px">${rows.join('')}</table>`;
}
