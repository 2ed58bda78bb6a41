import { RegexRefused, type Anchor, type CharacterTest, type Expression } from './expression';

/** One step of the machine in `matcher.ts`; numbers are indexes into the program. */
export type Instruction =
  | { readonly kind: 'character'; readonly test: CharacterTest }
  | { readonly kind: 'anchor'; readonly at: Anchor }
  | { readonly kind: 'fork'; readonly to: readonly number[] }
  /** Runs the program from `inside` up to its own match, then goes on or not. */
  | { readonly kind: 'look-ahead'; readonly inside: number; readonly negative: boolean }
  | { readonly kind: 'match' };

/** Bounds both memory and the work per character. */
const MAX_INSTRUCTIONS = 2_000;

export function compileProgram(expression: Expression): readonly Instruction[] {
  const program: Instruction[] = [];
  emit(program, expression);
  program.push({ kind: 'match' });
  return program;
}

function emit(program: Instruction[], expression: Expression): void {
  if (program.length > MAX_INSTRUCTIONS) throw new RegexRefused('is too large', 'unsupported');
  switch (expression.kind) {
    case 'character':
    case 'anchor':
      program.push(expression);
      break;
    case 'look-ahead':
      emitLookAhead(program, expression);
      break;
    case 'sequence':
      for (const part of expression.parts) emit(program, part);
      break;
    case 'choice':
      emitChoice(program, expression.options);
      break;
    case 'repeat':
      emitRepeat(program, expression);
  }
}

/** A fork to every option; each but the last jumps to the end. */
function emitChoice(program: Instruction[], options: readonly Expression[]): void {
  const starts: number[] = [];
  const ends: number[] = [];
  const fork = reserve(program);
  for (const option of options) {
    starts.push(program.length);
    emit(program, option);
    ends.push(reserve(program));
  }
  program[fork] = { kind: 'fork', to: starts };
  for (const end of ends) program[end] = { kind: 'fork', to: [program.length] };
}

function emitRepeat(
  program: Instruction[],
  { part, min, max }: Extract<Expression, { kind: 'repeat' }>,
): void {
  for (let count = 0; count < min; count++) {
    const start = program.length;
    emit(program, part);
    // Nothing, however often it is repeated.
    if (program.length === start) break;
  }
  if (max === Infinity) {
    const fork = reserve(program);
    emit(program, part);
    program.push({ kind: 'fork', to: [fork] });
    program[fork] = { kind: 'fork', to: [fork + 1, program.length] };
    return;
  }
  const exits: number[] = [];
  for (let count = min; count < max; count++) {
    exits.push(reserve(program));
    emit(program, part);
  }
  for (const exit of exits) program[exit] = { kind: 'fork', to: [exit + 1, program.length] };
}

/** What is looked for stands behind a jump, so that only the look-ahead itself enters it. */
function emitLookAhead(
  program: Instruction[],
  { inside, negative }: Extract<Expression, { kind: 'look-ahead' }>,
): void {
  program.push({ kind: 'look-ahead', inside: program.length + 2, negative });
  const jump = reserve(program);
  emit(program, inside);
  program.push({ kind: 'match' });
  program[jump] = { kind: 'fork', to: [program.length] };
}

function reserve(program: Instruction[]): number {
  return program.push({ kind: 'fork', to: [] }) - 1;
}
