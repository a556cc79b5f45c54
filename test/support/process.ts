import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** An app of the house in a process of its own, as it runs in service. */
export class AppProcess {
  readonly lines: string[] = [];
  readonly words: string[] = [];

  private constructor(readonly child: ChildProcess) {
    child.stdout
      ?.setEncoding('utf8')
      .on('data', (text: string) => this.lines.push(...text.split('\n')));
    child.stderr?.setEncoding('utf8').on('data', (text: string) => this.words.push(text));
  }

  /** Starts `dist/apps/<app>/src/main.js` and waits for its line beginning with `ready`. */
  static async start(app: string, env: Record<string, string>): Promise<AppProcess> {
    const running = AppProcess.launch(app, env);
    await running.line(/^ready /);
    return running;
  }

  /** Starts a script beside the compiled house and waits for its line beginning with `ready`. */
  static async script(path: string, args: string[]): Promise<AppProcess> {
    const running = AppProcess.spawned(path, {}, args);
    await running.line(/^ready /);
    return running;
  }

  static launch(app: string, env: Record<string, string>, args: string[] = []): AppProcess {
    return AppProcess.spawned(`dist/apps/${app}/src/main.js`, env, args);
  }

  private static spawned(path: string, env: Record<string, string>, args: string[]): AppProcess {
    const { NODE_OPTIONS: _jests, ...inherited } = process.env;
    const child = spawn(process.execPath, [path, ...args], {
      env: { ...inherited, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return new AppProcess(child);
  }

  /** The first line on stdout that matches; fails when the process ends before. */
  async line(pattern: RegExp): Promise<string> {
    for (;;) {
      const found = this.lines.find((line) => pattern.test(line));
      if (found !== undefined) return found;
      if (this.child.exitCode !== null || this.child.signalCode !== null) {
        throw new Error(`ended without ${String(pattern)}: ${this.words.join('')}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  async url(): Promise<string> {
    return (await this.line(/^ready http:/)).slice('ready '.length);
  }

  /** Sends a signal and waits for the end; answers the exit code. */
  async end(signal: NodeJS.Signals): Promise<number | null> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return this.child.exitCode;
    this.child.kill(signal);
    const [code] = (await once(this.child, 'exit')) as [number | null];
    return code;
  }
}

/** Runs a command of `risk` to its end. */
export async function risk(
  env: Record<string, string>,
  ...args: string[]
): Promise<{ code: number | null; out: string; words: string }> {
  const running = AppProcess.launch('cli', env, args);
  const [code] = (await once(running.child, 'close')) as [number | null];
  return { code, out: running.lines.join('\n'), words: running.words.join('') };
}

/** Waits until something holds; the test's own timeout is the limit. */
export async function until(holds: () => Promise<boolean> | boolean): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 100));
}
