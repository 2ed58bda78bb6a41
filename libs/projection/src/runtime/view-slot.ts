import type { BuildState, BuildStatus } from '../operations';
import type { Difference } from '../generations/difference';
import type { Feed } from '../lane/feed';
import type { CatalogueEntry, NextGeneration } from '../storage/catalogue';
import type { AnyView } from '../view/any-view';
import type { Generation } from '../view/generation';
import type { ParkedKey } from '../storage/parked';
import type { ViewProgress } from './view-progress';

/** A generation that is filled beside the live one, as this process knows it. */
export interface Build {
  readonly next: Generation & NextGeneration;
  readonly progress: ViewProgress;
  stage: BuildState;
  difference: Difference | null;
  /** Null while it is not fed by this process. */
  feed: Feed | null;
}

/** A view of this program and what becomes of it. Only the session changes it. */
export interface ViewSlot {
  readonly view: AnyView;
  /** Of the generation this program projects into. */
  readonly progress: ViewProgress;
  entry: CatalogueEntry | null;
  /** Of the generation `progress` speaks of; null while it is not fed by this process. */
  feed: Feed | null;
  build: Build | null;
  /** Events of the live generation where this program does not feed it; null: unknown. */
  liveEvents: number | null;
  /** Parked keys that the next opening tries again: all of a generation new to this process. */
  toTry: 'all' | Set<string>;
}

export const retryKey = ({ kind, key }: ParkedKey): string => `${kind}/${key}`;

/** What an operator is told; null when nothing is built beside the live generation. */
export function buildStatusOf({ build, progress, liveEvents }: ViewSlot): BuildStatus | null {
  if (build === null) return null;
  const { checkpoint, eventsPerSecond, error, state } = build.progress.moment();
  const { purpose, throttle, requestedAt, name, version, build: number } = build.next;
  const totalEvents =
    build.progress === progress ? liveEvents : progress.moment().checkpoint.events;
  const left = totalEvents === null ? null : Math.max(0, totalEvents - checkpoint.events);
  return {
    name,
    version,
    build: number,
    purpose,
    state: state === 'stopped' ? 'failed' : build.stage,
    events: checkpoint.events,
    totalEvents,
    eventsPerSecond,
    secondsLeft: left === null || eventsPerSecond <= 0 ? null : left / eventsPerSecond,
    position: checkpoint.position,
    throttle,
    requestedAt,
    difference: build.difference,
    error,
  };
}
