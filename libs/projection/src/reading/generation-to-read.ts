import type { CatalogueEntry, GenerationKey } from '../storage/catalogue';
import type { Generation } from '../view/generation';
import type { ReadableView } from './view-standings';

/** Of a view's entry in the catalogue, what those who read it need. */
export type Generations = Pick<CatalogueEntry, 'live' | 'previous' | 'next'>;

export type Choice =
  | { readonly kind: 'read'; readonly generation: Generation }
  /** Nothing was ever projected: the first generation, which is empty. */
  | { readonly kind: 'empty'; readonly generation: Generation }
  /** `next` fills the version that the code asks for; null when nobody has begun it. */
  | { readonly kind: 'being-built'; readonly next: Generation | null };

/**
 * Which generation the code that knows `view` reads: the live one when it has the code's version;
 * else the previous one, for an older release that still runs after a switch; else an older live one
 * that the code can read. A database from before there was a catalogue has the first build only.
 */
export function generationToRead(view: ReadableView, entry: Generations | null): Choice {
  const { name, version, readsFrom = version } = view;
  const first = { name, version, build: 1 };
  if (entry === null) return { kind: 'read', generation: first };
  const { live, previous, next } = entry;
  if (live === null) return { kind: 'empty', generation: first };
  const named = ({ version, build }: GenerationKey): Generation => ({ name, version, build });
  if (live.version === version) return { kind: 'read', generation: named(live) };
  if (previous?.version === version) return { kind: 'read', generation: named(previous) };
  if (readsFrom <= live.version && live.version < version) {
    return { kind: 'read', generation: named(live) };
  }
  return { kind: 'being-built', next: next?.version === version ? named(next) : null };
}
