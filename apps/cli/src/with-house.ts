import { tendHeap, openHouse, PinoLog, reachDatabase, type House } from '@risk/assembly';
import { readEnvironment } from '@risk/settings';
import type { CommandIo } from './command.js';

/** Opens the house for one command and closes it again, whatever happens. */
export async function withHouse<T>(io: CommandIo, work: (house: House) => Promise<T>): Promise<T> {
  tendHeap();
  const environment = readEnvironment();
  const database = await reachDatabase(environment, (line) => io.stderr.write(`${line}\n`));
  try {
    const house = await openHouse({
      environment,
      databaseUrl: database.url,
      log: new PinoLog('risk-cli', 'warn'),
    });
    try {
      return await work(house);
    } finally {
      await house.close();
    }
  } finally {
    await database.release();
  }
}
