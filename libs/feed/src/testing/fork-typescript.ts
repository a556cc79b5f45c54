import { fork, type ChildProcess } from 'node:child_process';
import { pathToFileURL } from 'node:url';

const HOOKS = pathToFileURL('test/support/typescript-hooks.mjs').href;
const REGISTER = `data:text/javascript,import{register}from"node:module";register(${JSON.stringify(HOOKS)})`;

/** Starts a TypeScript file of the house as a process of its own that can be killed without mercy. */
export const forkTypescript = (file: string, args: readonly string[]): ChildProcess =>
  fork(file, [...args], { execArgv: ['--no-warnings', '--import', REGISTER] });
