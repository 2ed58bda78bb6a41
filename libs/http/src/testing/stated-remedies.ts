import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** What helps against a refusal, by its code; `…` in a code is what a shared rule fills in. */
export type Remedies = ReadonlyMap<string, readonly string[]>;

/**
 * Every remedy the sources of a folder state, read from the calls of `refusal(code, reason, remedy)`.
 * What only a command tells stands as `…`.
 */
export function statedRemedies(folder: string): Remedies {
  const remedies = new Map<string, string[]>();
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'),
  );
  for (const file of files.sort()) {
    const text = readFileSync(join(folder, file), 'utf8');
    const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
    const visit = (node: ts.Node): void => {
      for (const [code, remedy] of remediesIn(node)) {
        const known = remedies.get(code) ?? [];
        if (!known.includes(remedy)) remedies.set(code, [...known, remedy]);
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return remedies;
}

/** The remedies of a code: its own, else those of the shared rules that can come to it. */
export function remediesOf(remedies: Remedies, code: string): readonly string[] {
  const own = remedies.get(code);
  if (own !== undefined) return own;
  return [...remedies].flatMap(([stated, words]) => {
    const [before = '', after] = stated.split('…');
    const fits = after !== undefined && code.startsWith(before) && code.endsWith(after);
    return fits ? words : [];
  });
}

function remediesIn(node: ts.Node): readonly (readonly [code: string, remedy: string])[] {
  if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression)) return [];
  const [code, , remedy] = node.arguments;
  if (node.expression.text !== 'refusal' || code === undefined || remedy === undefined) return [];
  const codes = ts.isIdentifier(code) ? codesGivenIn(node.getSourceFile()) : wordsOf(code);
  return codes.flatMap((one) => wordsOf(remedy).map((words) => [one, words] as const));
}

/** Codes that a file gives to functions of its own, whose parameter reaches `refusal`. */
function codesGivenIn(source: ts.SourceFile): readonly string[] {
  const codes: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.getText() !== 'refusal') {
      const texts = node.arguments.filter(ts.isStringLiteralLike).map(({ text }) => text);
      codes.push(...texts.filter((text) => /^[a-z]+\.[a-z-]+$/.test(text)));
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return codes;
}

/** The texts an expression can come to: several where it chooses between them. */
function wordsOf(node: ts.Expression): readonly string[] {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isTemplateExpression(node))
    return [node.head.text + node.templateSpans.map(({ literal }) => `…${literal.text}`).join('')];
  if (ts.isConditionalExpression(node))
    return [...wordsOf(node.whenTrue), ...wordsOf(node.whenFalse)];
  if (ts.isBinaryExpression(node)) {
    const [left = '…', right = '…'] = [wordsOf(node.left)[0], wordsOf(node.right)[0]];
    return [left + right];
  }
  return ['…'];
}
