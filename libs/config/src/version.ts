import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Version of this checkout or image: package.json is its one place, above sources and `dist` alike. */
export const version: string = versionAbove(__dirname);

function versionAbove(folder: string): string {
  const file = join(folder, 'package.json');
  if (existsSync(file)) {
    return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
  }
  const parent = dirname(folder);
  if (parent === folder) throw new Error('No package.json stands above this program');
  return versionAbove(parent);
}
