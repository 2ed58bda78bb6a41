import { unsupported } from '../../errors';
import { type Anchor, type Expression } from './tree';

export type Instruction =
  | { readonly kind: 'character'; readonly test: (character: string) => boolean }
  | { readonly kind: 'anchor'; readonly at: Anchor }
  | { readonly kind: 'fork'; readonly to: number[] }
  | { readonly kind: 'match' };

/** Repetitions are written out; a pattern that unfolds further would cost too much per character. */
const maxInstructions = 2_000;

/** Thompson's construction. @throws ServerError 238 for a pattern that unfolds too far. */
export function compileProgram(expression: Expression): readonly Instruction[] {
  const program: Instruction[] = [];
  const emit = (instruction: Instruction): number => {
    if (program.length >= maxInstructions) throw unsupported('so large a regular expression');
    return program.push(instruction) - 1;
  };
  const fork = (): number[] => {
    const to: number[] = [];
    emit({ kind: 'fork', to });
    return to;
  };
  const write = (part: Expression): void => {
    switch (part.kind) {
      case 'character':
        emit({ kind: 'character', test: part.test });
        return;
      case 'anchor':
        emit(part);
        return;
      case 'sequence':
        part.parts.forEach(write);
        return;
      case 'choice':
        choose(part.options);
        return;
      case 'repeat':
        repeat(part.part, part.min, part.max);
        return;
    }
  };
  const choose = (options: readonly Expression[]): void => {
    const entries = fork();
    const exits = options.map((option) => {
      entries.push(program.length);
      write(option);
      return fork();
    });
    for (const exit of exits) exit.push(program.length);
  };
  const repeat = (part: Expression, min: number, max: number): void => {
    for (let count = 0; count < min; count += 1) write(part);
    if (max === Infinity) {
      const start = program.length;
      const entry = fork();
      entry.push(program.length);
      write(part);
      fork().push(start);
      entry.push(program.length);
      return;
    }
    const skips: number[][] = [];
    for (let count = min; count < max; count += 1) {
      const entry = fork();
      entry.push(program.length);
      skips.push(entry);
      write(part);
    }
    for (const skip of skips) skip.push(program.length);
  };
  write(expression);
  emit({ kind: 'match' });
  return program;
}
