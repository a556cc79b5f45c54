import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** Runs a Node script in a process of its own and ends this one with its exit code if it fails. */
export async function runNode(script, args = [], { nodeArgs = [], env = {} } = {}) {
  const child = spawn(process.execPath, [...nodeArgs, script, ...args], {
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  const [code, signal] = await once(child, 'exit');
  if (code !== 0) process.exit(code ?? (signal === 'SIGINT' ? 130 : 1));
}
