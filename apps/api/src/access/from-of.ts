import type { Request } from 'express';

/** The address that a request came from, by its socket: headers may say anything. */
export const fromOf = ({ socket }: Request): string | null => socket.remoteAddress ?? null;
