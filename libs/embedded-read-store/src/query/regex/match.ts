import { type Instruction } from './program';
import { type Anchor } from './tree';

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
    if (step?.kind === 'anchor' && holds(step.at, characters, index)) pending.push(at + 1);
  }
  return false;
}

/**
 * Whether a text matches anywhere, in time proportional to its length times the program's: all ways
 * through the program advance together, so nothing is ever tried twice.
 */
export function runProgram(program: readonly Instruction[], text: string): boolean {
  const characters = Array.from(text);
  let current = new Set<number>();
  for (let index = 0; index <= characters.length; index += 1) {
    if (enter(program, current, 0, characters, index)) return true;
    const character = characters[index];
    if (character === undefined) return false;
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
