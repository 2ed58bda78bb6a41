import { version } from '@jejak/config';

/** What a person should know once the service is up, in the order they need it. */
export interface StartupFacts {
  /** `jejak` when everything runs in one process. */
  readonly service: string;
  readonly url: string;
  readonly page?: string;
  readonly docs?: string;
  readonly health?: string;
  /** Without credentials; absent when the process does not open one. */
  readonly eventStore?: string;
  readonly readStore?: string;
  /** How far the views are behind the log, in seconds; null while they have not caught up. */
  readonly lagSeconds?: number | null;
  /** Null when nothing is kept on this machine. */
  readonly dataDirectory?: string | null;
  /** Whose tokens count; absent where none are asked for. */
  readonly tokens?: string;
  /** A command to try. */
  readonly next?: string;
}

/** Aligned lines for a person. */
export function startupBlock(facts: StartupFacts): string {
  const { service, page, docs, health, eventStore, readStore, dataDirectory, tokens, next } = facts;
  const lines: (readonly [string, string | undefined])[] = [
    ['Jejak', service === 'jejak' ? version : `${version} ${service}`],
    ['page', page],
    ['API docs', docs],
    ['health', health],
    ['event store', eventStore],
    ['read store', readStore && readStore + lagIn(facts)],
    ['data', dataDirectory === null ? 'in the servers above' : dataDirectory],
    ['tokens', tokens],
    ['telemetry', 'none: nothing leaves this machine'],
    ['next', next],
  ];
  const known = lines.filter((line): line is [string, string] => line[1] !== undefined);
  const width = Math.max(...known.map(([name]) => name.length));
  return known.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`).join('\n');
}

function lagIn({ lagSeconds }: StartupFacts): string {
  if (lagSeconds === undefined) return '';
  return lagSeconds === null ? ' (catching up)' : ` (${lagSeconds.toFixed(1)} s behind)`;
}

/** The same on one line, for a program. */
export const startupLine = (facts: StartupFacts): string =>
  JSON.stringify({ event: 'started', version, ...facts });

/** Says on standard output that the service is up: aligned for a person, one JSON line for a program. */
export function announce(facts: StartupFacts): void {
  const text = process.stdout.isTTY ? startupBlock(facts) : startupLine(facts);
  process.stdout.write(`${text}\n`);
}
