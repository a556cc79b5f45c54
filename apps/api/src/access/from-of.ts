import { isIP } from 'node:net';
import type { Request } from 'express';

/**
 * The address that a request came from: that of the socket, or what a proxy says that is trusted (RISK_TRUSTED_PROXIES,
 * which Express follows from the last to the first). Anybody else's headers may say anything.
 */
export function fromOf({ ip, socket }: Pick<Request, 'ip' | 'socket'>): string | null {
  return ip !== undefined && isIP(ip) !== 0 ? ip : (socket.remoteAddress ?? null);
}
