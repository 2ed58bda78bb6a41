import {
  type FactsImport,
  ImportFileInvalid,
  importOfPolicies,
  type PolicyFile,
  isPolicyFile,
  policyFileOf,
  readImport,
} from '@jejak/client';
import { existsSync } from 'node:fs';
import { readFile, readdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** The word that stands for the policies that come with Jejak. */
export const bundledPolicies = 'policies';

/**
 * What a name on the command line asks to import: the bundled policies, a folder of policies, or a
 * file. A file or folder called `policies` is meant by `./policies`.
 * @throws ImportFileInvalid before anything is sent
 */
export async function readToImport(name: string): Promise<FactsImport> {
  if (name === bundledPolicies) return policiesIn(bundledPolicyFolder());
  if ((await stat(name)).isDirectory()) return policiesIn(name);
  return readImport(await readFile(name, 'utf8'));
}

/** Every `*.json` in a folder, each one version of a policy. */
export async function policiesIn(folder: string): Promise<FactsImport> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).toSorted();
  if (names.length === 0) throw new ImportFileInvalid(`No *.json file is in ${folder}.`);
  const files = await Promise.all(names.map((name) => policyIn(folder, name)));
  return { phases: [importOfPolicies(files)], leftOut: [] };
}

async function policyIn(folder: string, name: string): Promise<PolicyFile> {
  const whole = parsed(await readFile(join(folder, name), 'utf8'));
  if (typeof whole !== 'object' || whole === null || !isPolicyFile({ ...whole })) {
    throw new ImportFileInvalid(`${name} is not a policy: it needs a "kind" and a "content".`);
  }
  try {
    return policyFileOf({ ...whole });
  } catch (error) {
    if (error instanceof ImportFileInvalid)
      throw new ImportFileInvalid(`${name}: ${error.message}`);
    throw error;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * The files stay among the sources, and this one runs from there and from `dist`: the folder is
 * found from the first package.json above.
 */
export function bundledPolicyFolder(from = __dirname): string {
  if (existsSync(join(from, 'package.json'))) return join(from, 'apps', 'cli', 'data', 'policies');
  const parent = dirname(from);
  if (parent === from) throw new Error(`No package.json above ${__dirname}`);
  return bundledPolicyFolder(parent);
}
