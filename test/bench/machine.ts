import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus, loadavg, release, tmpdir, totalmem, type } from 'node:os';
import { join } from 'node:path';

/** What a number from this run was measured on. */
export interface MachineFacts {
  readonly date: string;
  readonly command: string;
  readonly commit: string;
  readonly node: string;
  readonly versions: Readonly<Record<string, string>>;
  readonly system: string;
  readonly processor: string;
  readonly processors: number;
  readonly memoryGibibytes: number;
  /** One-minute load before the first row: above 0.5, somebody else was at work too. */
  readonly loadBefore: number;
  readonly directory: string;
}

const measuredPackages = [
  '@eventstore/db-client',
  '@nestjs/core',
  'fastify',
  'lmdb',
  'mongodb',
] as const;

export function machineFacts(args: readonly string[]): MachineFacts {
  const processors = cpus();
  return {
    date: new Date().toISOString(),
    command: ['npm run bench', ...(args.length > 0 ? ['--', ...args] : [])].join(' '),
    commit: commitHere(),
    node: process.version,
    versions: Object.fromEntries(measuredPackages.map((name) => [name, versionOf(name)])),
    system: `${type()} ${release()}`,
    processor: processors[0]?.model.trim() ?? 'unknown',
    processors: processors.length,
    memoryGibibytes: Math.round(totalmem() / 2 ** 30),
    loadBefore: loadavg()[0] ?? 0,
    directory: tmpdir(),
  };
}

function versionOf(name: string): string {
  const file = join(process.cwd(), 'node_modules', name, 'package.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}

/** `unknown` outside a checkout, such as in an unpacked archive. */
function commitHere(): string {
  try {
    const git = (...args: string[]): string =>
      execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
    const changed = git('status', '--porcelain', '--untracked-files=no') === '' ? '' : ' + changes';
    return `${git('rev-parse', '--short', 'HEAD')}${changed}`;
  } catch {
    return 'unknown';
  }
}
