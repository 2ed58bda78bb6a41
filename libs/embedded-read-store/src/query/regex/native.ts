import { type Anchor, type Expression } from '@jejak/embedded-node';

const anchors: Readonly<Record<Anchor, string>> = {
  start: '(?<![^])',
  'line-start': '(?<![^\\n])',
  end: '(?![^])',
  'line-end': '(?![^\\n])',
  'last-end': '(?=\\n?(?![^]))',
  boundary: '\\b',
  inside: '\\B',
};

/**
 * The pattern for JavaScript's engine, which is fast but goes back and tries again: undefined unless
 * that cannot take more than a few passes over a text. So: no choice, and either no repetition, or
 * only one that cannot be entered anew at every place, for the pattern begins at the text's start.
 */
export function nativeSource(expression: Expression): string | undefined {
  const parts = expression.kind === 'sequence' ? expression.parts : [expression];
  const [first] = parts;
  const fixed = first?.kind === 'anchor' && first.at === 'start';
  let repetitions = 0;
  let source = '';
  for (const part of parts) {
    if (part.kind === 'anchor') {
      source += anchors[part.at];
      continue;
    }
    const taken = part.kind === 'repeat' ? part.part : part;
    if (taken.kind !== 'character' || taken.source === undefined) return undefined;
    source += taken.source;
    if (part.kind === 'repeat') {
      repetitions += 1;
      source += `{${String(part.min)},${part.max === Infinity ? '' : String(part.max)}}`;
    }
  }
  return repetitions === 0 || (fixed && repetitions === 1) ? source : undefined;
}
