import { Invalid } from '@risk/kit';
import type { House } from '@risk/assembly';
import type { CommandIo, ExitCode } from './command.js';
import { withHouse } from './with-house.js';

/** What a verb does once the house is open. */
export type Deed = (house: House, io: CommandIo) => Promise<void>;

/** A verb reads its arguments first, so that a wrong call never opens a database. */
export type Verbs = Readonly<Record<string, (args: readonly string[]) => Deed>>;

/** Runs the verb that the arguments begin with. */
export async function runVerb(
  verbs: Verbs,
  name: string,
  [verb = '', ...args]: readonly string[],
  io: CommandIo,
): Promise<ExitCode> {
  const read = verbs[verb];
  if (!read)
    throw new Invalid(
      `请写明 ${Object.keys(verbs).join('、')} 之一，用 risk ${name} --help 查看用法`,
    );
  const deed = read(args);
  return withHouse<ExitCode>(io, async (house) => {
    await deed(house, io);
    return 0;
  });
}
