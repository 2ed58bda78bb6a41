/** What a person should know once the service is up, in the order they need it. */
export interface StartupFacts {
  readonly version: string;
  readonly url: string;
  readonly eventStore: string;
  readonly readStore: string;
  /** How far the views are behind the log, in seconds; null while they have not caught up. */
  readonly lagSeconds: number | null;
  /** Null when both stores are real servers. */
  readonly dataDirectory: string | null;
  readonly next: string;
}

/** Aligned lines for a person. */
export function startupBlock(facts: StartupFacts): string {
  const lag = facts.lagSeconds === null ? 'catching up' : `${facts.lagSeconds.toFixed(1)} s behind`;
  const lines: [string, string][] = [
    ['Jejak', facts.version],
    ['page', `${facts.url}/`],
    ['API docs', `${facts.url}/docs`],
    ['event store', facts.eventStore],
    ['read store', `${facts.readStore} (${lag})`],
    ['data', facts.dataDirectory ?? 'in the servers above'],
    ['telemetry', 'none: nothing leaves this machine'],
    ['next', facts.next],
  ];
  const width = Math.max(...lines.map(([name]) => name.length));
  return lines.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`).join('\n');
}

/** The same on one line, for a program. */
export const startupLine = (facts: StartupFacts): string =>
  JSON.stringify({ event: 'started', ...facts });

/** Says on standard output that the service is up: aligned for a person, one JSON line for a program. */
export function announce(facts: StartupFacts): void {
  const text = process.stdout.isTTY ? startupBlock(facts) : startupLine(facts);
  process.stdout.write(`${text}\n`);
}
