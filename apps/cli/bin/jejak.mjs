#!/usr/bin/env node
/*
 * The command that npm links. It is there before anything is built, because npx remembers a link to
 * a file that was missing when it first looked, and stays broken after a build.
 */
import { existsSync } from 'node:fs';
import process from 'node:process';
import { URL } from 'node:url';

const built = new URL('../../../dist/apps/cli/src/main.js', import.meta.url);

if (existsSync(built)) {
  await import(built.href);
} else {
  process.stderr.write('jejak is not built yet: run npm run build first.\n');
  process.exitCode = 2;
}
