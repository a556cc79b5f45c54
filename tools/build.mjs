#!/usr/bin/env node
// Compiles the whole house into dist/ with Nest's own compiler, which turns @risk/<lib> into paths.
import { rmSync } from 'node:fs';
import { runNode } from './run.mjs';

rmSync('dist', { recursive: true, force: true });
await runNode('node_modules/@nestjs/cli/bin/nest.js', ['build', 'house']);
