import { type Output } from '../output';

export interface Noted {
  readonly output: Output;
  /** What went to standard output. */
  readonly lines: readonly string[];
  /** What went to standard error. */
  readonly notes: readonly string[];
}

/** An output that keeps what it is given. */
export function noted({ json = false }: { readonly json?: boolean } = {}): Noted {
  const lines: string[] = [];
  const notes: string[] = [];
  const output: Output = {
    line: (text) => lines.push(...text.split('\n')),
    note: (text) => notes.push(...text.split('\n')),
    interactive: false,
    json,
  };
  return { output, lines, notes };
}
