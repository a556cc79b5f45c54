import { open } from 'node:fs/promises';
import { join } from 'node:path';

/** pg_control: 8 bytes system identifier, two 4-byte versions, then the state (pg_control.h). */
const STATE_AT = 16;
/** DB_SHUTDOWNED: the last run wrote its final checkpoint. */
const SHUT_DOWN = 1;

/** Whether the last run of a cluster ended in good order, so that no log has to be replayed. */
export async function endedInOrder(cluster: string): Promise<boolean> {
  const file = await open(join(cluster, 'global', 'pg_control'), 'r');
  try {
    const { buffer } = await file.read(Buffer.alloc(4), 0, 4, STATE_AT);
    return buffer.readUInt32LE() === SHUT_DOWN;
  } finally {
    await file.close();
  }
}
