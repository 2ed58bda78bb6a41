import type { CatalogueEntry, GenerationKey, NextGeneration } from '../storage/catalogue';
import type { Generation, ViewIdentity } from '../view/generation';

/** The generations of a view that the code at hand can fill. */
export interface Fillable {
  /** The one this program projects into and reports on; null when only other versions are there. */
  readonly primary: Generation | null;
  /** Is built beside it; the same as `primary` when a new version is what is built. */
  readonly next: (Generation & NextGeneration) | null;
}

/**
 * What start-up makes of a view's entry: a view that was never projected gets its first generation,
 * live at once; a version of the code above the live one gets a generation to be built beside it,
 * in the place of any build but that of a newer version, unless it was live before: then somebody
 * rolled back from it, and it is for them to go forward. Null when nothing is to be changed.
 */
export function settled(
  { name, version }: ViewIdentity,
  entry: CatalogueEntry | null,
  now: string,
): CatalogueEntry | null {
  if (!entry?.live) {
    const builds = (entry?.builds ?? 0) + 1;
    const empty = { view: name, revision: 0n, previous: null, next: null, discarded: [] };
    return { ...empty, ...entry, builds, live: { version, build: builds } };
  }
  const { live, next, previous } = entry;
  const newest = Math.max(live.version, next?.version ?? 0);
  if (newest >= version || previous?.version === version) return null;
  const request = { purpose: 'new-version', throttle: null, requestedAt: now } as const;
  return withBuild(withoutBuild(entry), version, request);
}

/** A new generation of `version` is to be filled. */
export function withBuild(
  entry: CatalogueEntry,
  version: number,
  request: Pick<NextGeneration, 'purpose' | 'throttle' | 'requestedAt'>,
): CatalogueEntry {
  const builds = entry.builds + 1;
  return { ...entry, builds, next: { version, build: builds, state: 'filling', ...request } };
}

/** The build is given up: what it wrote is discarded, a generation that was live before is kept. */
export function withoutBuild(entry: CatalogueEntry): CatalogueEntry {
  const { next, previous, discarded } = entry;
  if (next === null) return entry;
  const key = keyOf(next);
  if (next.purpose === 'rollback') return { ...entry, next: null, previous: previous ?? key };
  return { ...entry, next: null, discarded: [...discarded, key] };
}

/** The generation that was live before is to catch up, to be live again. */
export function withRollback(entry: CatalogueEntry, requestedAt: string): CatalogueEntry {
  const { previous } = entry;
  if (previous === null) return entry;
  const request = { purpose: 'rollback', state: 'filling', throttle: null, requestedAt } as const;
  return { ...entry, previous: null, next: { ...previous, ...request } };
}

/** The build is what is read from now on; what was read is kept, what was kept is discarded. */
export function switched(entry: CatalogueEntry): CatalogueEntry {
  const { live, previous, next, discarded } = entry;
  if (next === null) return entry;
  return {
    ...entry,
    live: keyOf(next),
    previous: live,
    next: null,
    discarded: previous === null ? discarded : [...discarded, previous],
  };
}

const keyOf = ({ version, build }: GenerationKey): GenerationKey => ({ version, build });

/** Which generations a program with this version of the view fills. */
export function fillable({ name, version }: ViewIdentity, entry: CatalogueEntry): Fillable {
  const { live, previous, next } = entry;
  const own = (key: GenerationKey | null): Generation | null =>
    key?.version === version ? { name, version, build: key.build } : null;
  const build = next?.version === version ? { name, ...next } : null;
  return { primary: own(live) ?? own(next) ?? own(previous), next: build };
}

/** New versions and releases are what the code already promises; anything else asks a person. */
export const switchesByItself = ({ purpose }: NextGeneration): boolean =>
  purpose === 'new-version' || purpose === 'release';
