import { attachmentLines, copiesLine, writtenDay, type Paper } from '@risk/domain';
import { AlignmentType, BorderStyle, Paragraph } from 'docx';
import { endingPlace } from './ending-place.js';
import { CHARACTER, SIZE } from './layout.js';
import { blankLine, paragraphs, pitch, run } from './text-runs.js';

/** What follows the body: enclosures, unit and date, copies. */
export function endingOf(paper: Paper): readonly Paragraph[] {
  return [...attachments(paper), ...signature(paper), ...copies(paper)];
}

/** One line under the body, two characters in; names that run over hang under their own begin. */
function attachments({ attachments: names }: Paper): readonly Paragraph[] {
  if (names.length === 0) return [];
  const indent = { left: 5 * CHARACTER, hanging: 3 * CHARACTER };
  return [
    blankLine(),
    ...attachmentLines(names).flatMap((line) => paragraphs(line, {}, { indent })),
  ];
}

/** A bulletin says in its head who compiled it and when. */
function signature({ signature: signed, date, masthead }: Paper): readonly Paragraph[] {
  const day = writtenDay(date);
  if (!signed && masthead) return [];
  if (!signed) return [blankLine(), toTheRight(day, 4)];
  const place = endingPlace(signed.unit, day, signed.sealed);
  return [blankLine(), toTheRight(signed.unit, place.unit), toTheRight(day, place.date)];
}

const toTheRight = (text: string, characters: number): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.RIGHT,
    spacing: pitch,
    indent: { right: Math.round(characters * CHARACTER) },
    children: [run(text)],
  });

/** 版记: size four, a character in on both sides, between lines 0.35 mm thick. */
function copies({ copies: units }: Paper): readonly Paragraph[] {
  const line = copiesLine(units);
  if (line === null) return [];
  const rule = { style: BorderStyle.SINGLE, size: 8, space: 1, color: '000000' };
  const indent = { left: 4 * CHARACTER, right: CHARACTER, hanging: 3 * CHARACTER };
  const options = { indent, border: { top: rule, bottom: rule } };
  return [blankLine(), ...paragraphs(line, { size: SIZE.four }, options)];
}
