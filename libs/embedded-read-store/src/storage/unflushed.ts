import {
  closeSync,
  existsSync,
  fdatasyncSync,
  fsyncSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs';

/** The machine ended while the directory held writes that were acknowledged before they were flushed. */
export class UnflushedError extends Error {
  readonly code = 'unflushed';
}

const textOf = (path: string): string | undefined =>
  existsSync(path) ? readFileSync(path, 'utf8').trim() : undefined;

/** One text for as long as the machine runs; empty where the system does not tell. */
const bootOfMachine = (): string => textOf('/proc/sys/kernel/random/boot_id') ?? '';

/**
 * A file that stands beside the data while some of them may be in the system's memory only. It says
 * since which start of the machine: as long as that lasts, nothing is lost with a process.
 */
export class UnflushedMark {
  private readonly path: string;

  constructor(
    directory: string,
    private readonly data: string,
  ) {
    this.path = `${directory}/read-store.unflushed`;
  }

  /** @throws UnflushedError when the machine has been started anew since, or may have been. */
  assertSameBoot(): void {
    const boot = textOf(this.path);
    if (boot === undefined || (boot !== '' && boot === bootOfMachine())) return;
    throw new UnflushedError(
      `the machine ended before what was acknowledged was on the disk; the documents may be damaged: remove ${this.data} and ${this.path}, and rebuild the views`,
    );
  }

  /** To be called before the first write that is not flushed. */
  set(): void {
    const file = openSync(this.path, 'w');
    try {
      writeSync(file, bootOfMachine());
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  }

  /** Flushes what there is; from then on the machine may end. */
  clear(): void {
    if (textOf(this.path) === undefined) return;
    const file = openSync(this.data, 'r+');
    try {
      fdatasyncSync(file);
    } finally {
      closeSync(file);
    }
    rmSync(this.path);
  }
}
