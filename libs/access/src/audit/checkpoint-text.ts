import { Invalid } from '@risk/kit';
import type { AuditCheckpoint, AuditHead } from './audit-event.js';

const WRITTEN = /^(\d{1,15}):([0-9a-f]{64})(?:\s+(\S+))?$/i;

/** A checkpoint in one line, to be printed, mailed and compared: `SIZE:HASH AT`. */
export const checkpointText = ({ size, hash, at }: AuditCheckpoint): string =>
  `${size}:${hash} ${at.toISOString()}`;

/** Reads `SIZE:HASH`, with or without the moment; `where` says in which option or line it stands. */
export function readCheckpoint(line: string, where: string): AuditHead {
  return read(line, where);
}

/** Reads a file of checkpoints, one a line; empty lines and lines with # do not count. */
export function readCheckpoints(content: string, where: string): AuditCheckpoint[] {
  return content.split(/\r?\n/).flatMap((line, at) => {
    if (/^\s*(#|$)/.test(line)) return [];
    return [read(line, `${where} 第 ${at + 1} 行`)];
  });
}

function read(line: string, where: string): AuditCheckpoint {
  const [, size, hash = '', at] = WRITTEN.exec(line.trim()) ?? [];
  const moment = new Date(at ?? 0);
  if (size === undefined || Number.isNaN(moment.getTime()))
    throw new Invalid(`${where}：“${line.trim()}”不是检查点，应如 行数:哈希（64 位十六进制） 时刻`);
  return { size: Number(size), hash: hash.toLowerCase(), at: moment };
}
