import { join } from 'node:path';

/** The options that Node needs to run this file: the loader of TypeScript for a `.ts`, else none. */
export const nodeOptionsFor = (file: string): string[] =>
  file.endsWith('.ts') ? ['--require', join(__dirname, 'typescript-loader.cjs')] : [];
