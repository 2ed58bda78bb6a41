import { type BuildReply, type GenerationReply, type OperationsClient } from '@jejak/client';

import { type BuildSighting } from '../render/build-progress';
import { type Clock } from './clock';
import { isAway } from './is-away';

/** How the watch over a build ended. */
export type Watched =
  | { readonly kind: 'ready' | 'failed' | 'interrupted'; readonly build: BuildReply }
  /** It is what is read by now: somebody switched to it, or it does so by itself. */
  | {
      readonly kind: 'switched';
      readonly build: BuildReply;
      readonly generation: GenerationReply;
    }
  /** Somebody else gave it up. */
  | { readonly kind: 'gone'; readonly build: BuildReply };

export interface Watch {
  readonly client: Pick<OperationsClient, 'build' | 'views'>;
  readonly onSighting: (sighting: BuildSighting) => void;
  readonly signal: AbortSignal;
  readonly clock: Clock;
}

const interval = 500;
/** Milliseconds a service may be away; it goes on with the build when it is back. */
const patience = 120_000;
/** Milliseconds a build may be missing: a service that has just started does not know it at once. */
const grace = 5_000;

/** Switched to by themselves once they are ready. */
export const isAutomatic = ({ purpose }: BuildReply): boolean =>
  purpose === 'new-version' || purpose === 'release';

const endOf = (build: BuildReply): 'ready' | 'failed' | null => {
  if (build.state === 'failed') return 'failed';
  return build.state === 'ready' && !isAutomatic(build) ? 'ready' : null;
};

/**
 * Follows a build to its end, or to the abort of the signal, and through outages of the service.
 * Throws what the last try threw when nobody has answered for two minutes.
 */
export async function watchBuild(begun: BuildReply, watch: Watch): Promise<Watched> {
  const { client, onSighting, signal, clock } = watch;
  let build = begun;
  let answeredAt = clock.now();
  let missingSince: number | null = null;
  onSighting({ build, silentSeconds: null });
  for (;;) {
    const end = endOf(build);
    if (end !== null) return { kind: end, build };
    await clock.sleep(interval, signal);
    if (signal.aborted) return { kind: 'interrupted', build };
    try {
      const { next, live } = await look(client, build);
      answeredAt = clock.now();
      if (live !== null) return { kind: 'switched', build, generation: live };
      missingSince = next === null ? (missingSince ?? clock.now()) : null;
      if (missingSince !== null && clock.now() - missingSince > grace) {
        return { kind: 'gone', build };
      }
      build = next ?? build;
      onSighting({ build, silentSeconds: null });
    } catch (error) {
      if (!isAway(error)) throw error;
      const silent = clock.now() - answeredAt;
      if (silent > patience) throw error;
      onSighting({ build, silentSeconds: silent / 1_000 });
    }
  }
}

/** The build as it stands, or else the live generation when the build has become it. */
async function look(
  client: Watch['client'],
  { view, build }: BuildReply,
): Promise<{ readonly next: BuildReply | null; readonly live: GenerationReply | null }> {
  const next = await client.build(view);
  if (next?.build === build) return { next, live: null };
  const live = (await client.views()).find((one) => one.view === view);
  if (live?.build !== build) return { next: null, live: null };
  return { next: null, live: { view, version: live.version, build } };
}
