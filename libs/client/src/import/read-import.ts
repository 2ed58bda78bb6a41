import type { ClientCommand } from '../client-command';
import { command } from '../facts/command';
import type { FactsFile } from '../facts/facts-file';
import { type FactsImport, coveredSections, importOfFacts } from '../facts/facts-import';
import { importOfPolicies } from '../policies/policies-import';
import { isPolicyFile, policyFileOf } from '../policies/policy-file';
import { ImportFileInvalid } from './import-file-invalid';
import { isList, isObject, parsed } from './json';

/**
 * Reads the text of an import file: one JSON object is a facts file or a version of a policy; one
 * JSON object per line is a list of commands,
 * `{"path": "/v1/…", "body": {…}, "as"?: "verifier", "key"?: "…"}`.
 * Throws `ImportFileInvalid` before anything is sent.
 */
export function readImport(text: string): FactsImport {
  const whole = parsed(text);
  if (isObject(whole) && isPolicyFile(whole)) {
    return { phases: [importOfPolicies([policyFileOf(whole)])], leftOut: [] };
  }
  if (isObject(whole) && !('path' in whole)) return importOfFacts(factsOf(whole));
  const commands = text
    .split('\n')
    .map((line, index) => ({ line: line.trim(), number: index + 1 }))
    .filter(({ line }) => line !== '')
    .map(({ line, number }) => commandOfLine(line, number));
  if (commands.length === 0) throw new ImportFileInvalid('The file holds no facts and no command.');
  return { phases: [{ name: 'commands', commands }], leftOut: [] };
}

/**
 * A facts file from parsed JSON. Sections may be missing; what stands in them is checked where it
 * matters: by the service, field by field. Throws `ImportFileInvalid`.
 */
export function factsOf(whole: Readonly<Record<string, unknown>>): FactsFile {
  const filled = Object.fromEntries(
    coveredSections.map((section) => [section, section === 'sources' ? {} : []]),
  );
  if (!coveredSections.some((section) => section in whole)) {
    throw new ImportFileInvalid(
      `A facts file has at least one of the sections ${coveredSections.join(', ')}.`,
    );
  }
  const wrong = coveredSections.find((section) => {
    const content = whole[section];
    return content !== undefined && (section === 'sources' ? !isObject(content) : !isList(content));
  });
  if (wrong !== undefined) {
    const form = wrong === 'sources' ? 'an object' : 'a list of objects';
    throw new ImportFileInvalid(`The section "${wrong}" must be ${form}.`);
  }
  return Object.assign(filled, whole) as Record<string, unknown> & FactsFile;
}

function commandOfLine(line: string, number: number): ClientCommand {
  const entry = parsed(line);
  if (!isObject(entry)) throw new ImportFileInvalid(`Line ${number} is not a JSON object.`);
  const { path, body = {}, as = 'operator', key } = entry;
  if (typeof path !== 'string' || !path.startsWith('/v1/')) {
    throw new ImportFileInvalid(`Line ${number} needs a "path" that starts with /v1/.`);
  }
  if (!isObject(body)) throw new ImportFileInvalid(`Line ${number}: "body" must be an object.`);
  if (as !== 'operator' && as !== 'verifier') {
    throw new ImportFileInvalid(`Line ${number}: "as" must be "operator" or "verifier".`);
  }
  if (key !== undefined && typeof key !== 'string') {
    throw new ImportFileInvalid(`Line ${number}: "key" must be a string.`);
  }
  const made = command(path, body, as);
  return key === undefined ? made : { ...made, key };
}
