import type { Request } from 'express';

/** A body nobody will read is read away, or a browser that still writes would never see the refusal. */
export async function readAway<T>(request: Request, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    request.resume();
    throw error;
  }
}
