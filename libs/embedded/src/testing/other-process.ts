import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { pathToFileURL } from 'node:url';
import { compiledEmbedded } from '../../../../test/support/compiled-embedded.mjs';

/** An embedded database held by a Node process of its own, which can be killed. */
export interface OtherProcess {
  readonly pid: number;
  /** The next line it says: its URL when started, or `refused: …`. */
  line(): Promise<string>;
  kill(signal: NodeJS.Signals, whole?: 'group'): Promise<number | null>;
}

const SCRIPT = `
  const [library, dataDir, port] = process.argv.slice(1);
  const { EmbeddedPostgres } = await import(library);
  const postgres = new EmbeddedPostgres({ dataDir, port: Number(port), log: () => {} });
  process.on('SIGINT', () => postgres.stop().then(() => process.exit(0)));
  // ends with the test run, however that ends
  process.stdin.resume().on('end', () => process.kill(process.pid, 'SIGINT'));
  await postgres.start().then(
    ({ url }) => console.log(url),
    (error) => { console.log('refused: ' + error.message); process.exit(3); },
  );
`;

/** Starts the database of `dataDir` in another process, which leads a process group of its own. */
export async function startElsewhere(dataDir: string, port: number): Promise<OtherProcess> {
  const library = pathToFileURL(await compiledEmbedded()).href;
  const child = spawn(
    process.execPath,
    ['--input-type=module', '-e', SCRIPT, library, dataDir, String(port)],
    { stdio: ['pipe', 'pipe', 'inherit'], detached: true },
  );
  return { pid: child.pid!, line: () => nextLine(child), kill: (...how) => kill(child, ...how) };
}

async function nextLine(child: ChildProcess): Promise<string> {
  const [chunk] = (await once(child.stdout!, 'data')) as [Buffer];
  return chunk.toString().trim();
}

async function kill(
  child: ChildProcess,
  signal: NodeJS.Signals,
  whole?: 'group',
): Promise<number | null> {
  const gone = once(child, 'exit') as Promise<[number | null]>;
  process.kill(whole ? -child.pid! : child.pid!, signal);
  return (await gone)[0];
}
