import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import type { RankingViewModule } from './ranking-view';

export interface PublicFile {
  readonly contentType: string;
  readonly body: Buffer;
}

export interface PublicFiles {
  /** Of all files together, so that files which import one another change their address together. */
  readonly digest: string;
  readonly files: ReadonlyMap<string, PublicFile>;
  readonly rankingView: RankingViewModule;
}

/** Only what is listed here is ever served: a path from outside never reaches the disk. */
const SERVED: readonly (readonly [name: string, contentType: string])[] = [
  ['portal.css', 'text/css; charset=utf-8'],
  ['portal.js', 'text/javascript; charset=utf-8'],
  ['ranking-view.mjs', 'text/javascript; charset=utf-8'],
];

/**
 * Reads the browser's files once, at start. Throws when one is missing, so that a broken installation
 * does not start.
 */
export async function loadPublicFiles(folder = publicFolder(__dirname)): Promise<PublicFiles> {
  const hash = createHash('sha256');
  const files = new Map<string, PublicFile>();
  for (const [name, contentType] of SERVED) {
    const body = readFileSync(join(folder, name));
    hash.update(name).update('\0').update(body);
    files.set(name, { contentType, body });
  }
  const rankingView = (await import(join(folder, 'ranking-view.mjs'))) as RankingViewModule;
  return { digest: hash.digest('hex').slice(0, 16), files, rankingView };
}

/**
 * The files have no build step and stay among the sources. This file runs from there and from
 * `dist/apps/portal/src`, so the folder is found from the first package.json above it.
 */
function publicFolder(from: string): string {
  const parent = dirname(from);
  if (existsSync(join(from, 'package.json'))) return join(from, 'apps', 'portal', 'public');
  if (parent === from)
    throw new Error(`No package.json above ${__dirname}: the portal cannot start`);
  return publicFolder(parent);
}
