import { type Anchor, type Expression } from './expression';
import { compileProgram, type Instruction } from './program';

/**
 * Compiles to a test that takes time in proportion to the text's length times the expression's,
 * whatever the two are: all ways through the expression advance together, one character at a time
 * (Thompson's construction), so nothing is ever tried twice. Throws `RegexRefused` for an expression
 * that unfolds too far.
 */
export function compileMatcher(expression: Expression): (text: string) => boolean {
  const program = compileProgram(expression);
  return (text) => matches(program, text);
}

/** The match may begin anywhere, so the program is entered afresh at every character. */
function matches(program: readonly Instruction[], text: string): boolean {
  return run(program, Array.from(text), { entry: 0, from: 0, anywhere: true });
}

function run(
  program: readonly Instruction[],
  characters: readonly string[],
  { entry, from, anywhere }: { entry: number; from: number; anywhere: boolean },
): boolean {
  let current = new Set<number>();
  for (let index = from; index <= characters.length; index++) {
    const enters = anywhere || index === from;
    if (enters && enter(program, current, entry, characters, index)) return true;
    const character = characters[index];
    if (character === undefined || (!anywhere && current.size === 0)) return false;
    const following = new Set<number>();
    for (const at of current) {
      const step = program[at];
      if (step?.kind !== 'character' || !step.test(character)) continue;
      if (enter(program, following, at + 1, characters, index + 1)) return true;
    }
    current = following;
  }
  return false;
}

/** Adds what can be reached without a character; true when that includes the match. */
function enter(
  program: readonly Instruction[],
  states: Set<number>,
  from: number,
  characters: readonly string[],
  index: number,
): boolean {
  const pending = [from];
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    if (states.has(at)) continue;
    states.add(at);
    const step = program[at];
    if (step?.kind === 'match') return true;
    if (step?.kind === 'fork') pending.push(...step.to);
    else if (isPassed(program, step, characters, index)) pending.push(at + 1);
  }
  return false;
}

/** Whether a step that takes no character lets the match go on here. */
function isPassed(
  program: readonly Instruction[],
  step: Instruction | undefined,
  characters: readonly string[],
  index: number,
): boolean {
  if (step?.kind === 'anchor') return holds(step.at, characters, index);
  if (step?.kind !== 'look-ahead') return false;
  const { inside, negative } = step;
  return run(program, characters, { entry: inside, from: index, anywhere: false }) !== negative;
}

const isWord = (character: string | undefined): boolean =>
  character !== undefined && /^\w$/.test(character);

function holds(anchor: Anchor, characters: readonly string[], index: number): boolean {
  const left = characters.length - index;
  const [before, next] = [characters[index - 1], characters[index]];
  switch (anchor) {
    case 'start':
      return index === 0;
    case 'line-start':
      return index === 0 || before === '\n';
    case 'end':
      return left === 0;
    case 'line-end':
      return left === 0 || next === '\n';
    case 'last-end':
      return left === 0 || (left === 1 && next === '\n');
    case 'boundary':
      return isWord(before) !== isWord(next);
    case 'inside':
      return isWord(before) === isWord(next);
  }
}
