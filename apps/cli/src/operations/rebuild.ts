import {
  type BuildReply,
  type BuildRequest,
  type GenerationReply,
  type OperationsClient,
} from '@jejak/client';

import { type Ask } from '../ask';
import { type ProgressView } from '../render/progress';
import { type BuildSighting, buildProgress } from '../render/build-progress';
import { type Clock } from './clock';
import { giveUpBuild } from './give-up-build';
import { isAway } from './is-away';
import { type Watched, isAutomatic, watchBuild } from './watch-build';

/** What became of a build this command started or joined. */
export interface BuildResult {
  readonly view: string;
  readonly outcome:
    /** Goes on without this command. */
    | 'under-way'
    /** Complete; follows the log beside the live view. */
    | 'stands-by'
    | 'switched'
    | 'failed'
    /** Given up by somebody else. */
    | 'gone'
    /** Ctrl-C: this command had started it and gave it up. */
    | 'given-up'
    /** Ctrl-C: somebody else had started it, or it was complete; it goes on. */
    | 'left'
    /** Ctrl-C: nobody said that it is given up; it may go on. */
    | 'unanswered';
  readonly build: BuildReply;
  /** What is read from now on; null unless `switched`. */
  readonly generation: GenerationReply | null;
}

export interface RebuildRequest extends BuildRequest {
  readonly view: string;
  /** Returns at once and lets it go on in the service. */
  readonly detach: boolean;
  /** Switches without asking. */
  readonly yes: boolean;
}

export interface RebuildSurroundings {
  readonly client: OperationsClient;
  readonly progress: ProgressView;
  /** Shows what a switch would change, before anybody is asked. */
  readonly showDifference: (build: BuildReply) => void;
  /** Null where nobody can be asked. */
  readonly ask: Ask | null;
  readonly signal: AbortSignal;
  readonly clock: Clock;
}

/** Something failed between this command and the service; the build itself goes on. */
export class BuildLeftAlone extends Error {
  override readonly name = 'BuildLeftAlone';
  constructor(
    readonly view: string,
    override readonly cause: unknown,
  ) {
    super(`The build of ${view} goes on without this command`);
  }
}

/**
 * Starts a build or joins the one under way, follows it, and switches to it when told to. Throws
 * `RequestRefused` or `ServiceUnreachable` when it cannot be started, `BuildLeftAlone` after that.
 */
export async function rebuildView(
  request: RebuildRequest,
  surroundings: RebuildSurroundings,
): Promise<BuildResult> {
  const { client, progress } = surroundings;
  const { view, detach } = request;
  const { begun, isOurs } = await startOrJoin(client, request);
  if (!isOurs) progress.note(joined(begun));
  if (detach) return { view, outcome: 'under-way', build: begun, generation: null };
  try {
    const watched = await followed(begun, surroundings);
    return await settled(watched, isOurs, request, surroundings);
  } catch (error) {
    throw new BuildLeftAlone(view, error);
  }
}

async function startOrJoin(
  client: OperationsClient,
  { view, purpose, throttle }: RebuildRequest,
): Promise<{ readonly begun: BuildReply; readonly isOurs: boolean }> {
  const current = await client.build(view);
  // Asked for again, a rebuild would lose the throttle it was started with.
  const joins =
    current !== null &&
    throttle === undefined &&
    (current.purpose === purpose || (purpose === 'rebuild' && isAutomatic(current)));
  if (joins) return { begun: current, isOurs: false };
  const asked = throttle === undefined ? { purpose } : { purpose, throttle };
  return { begun: await client.startBuild(view, asked), isOurs: current === null };
}

const reasons: Readonly<Record<BuildReply['purpose'], string>> = {
  rebuild: 'a rebuild',
  rollback: 'a rollback',
  'new-version': 'a build for a new version, which is switched to by itself,',
  release: 'a build without a parked event, which is switched to by itself,',
};

const joined = ({ view, purpose, requestedAt }: BuildReply): string =>
  `Joining ${reasons[purpose]} of ${view}, asked for at ${requestedAt}.`;

async function followed(
  begun: BuildReply,
  { client, progress, signal, clock }: RebuildSurroundings,
): Promise<Watched> {
  let before: BuildSighting | null = null;
  const onSighting = (sighting: BuildSighting): void => {
    if (sighting.silentSeconds !== null && before?.silentSeconds === null) {
      progress.note(
        'The service does not answer; the build goes on when it is back. Trying for 2 minutes.',
      );
    }
    progress.update(buildProgress(sighting, before));
    before = sighting;
  };
  try {
    return await watchBuild(begun, { client, onSighting, signal, clock });
  } finally {
    progress.done();
  }
}

async function settled(
  watched: Watched,
  isOurs: boolean,
  { view, yes }: RebuildRequest,
  { client, progress, showDifference, ask, signal, clock }: RebuildSurroundings,
): Promise<BuildResult> {
  const { build } = watched;
  const result = (outcome: BuildResult['outcome'], generation?: GenerationReply): BuildResult => ({
    view,
    outcome,
    build,
    generation: generation ?? null,
  });
  switch (watched.kind) {
    case 'switched':
      return result('switched', watched.generation);
    case 'failed':
    case 'gone':
      return result(watched.kind);
    case 'interrupted':
      if (!isOurs) return result('left');
      progress.note(`Giving up the build of ${view}. Ctrl-C again leaves at once.`);
      try {
        await giveUpBuild(client, view, clock);
      } catch (error) {
        if (!isAway(error)) throw error;
        progress.note(`The service cannot give it up now: ${(error as Error).message}`);
        return result('unanswered');
      }
      return result('given-up');
    case 'ready': {
      showDifference(build);
      const agreed = yes || (ask !== null && (await ask('  Switch now? [y/N] ', signal)));
      if (signal.aborted) return result('left');
      return agreed ? result('switched', await client.switchOver(view)) : result('stands-by');
    }
  }
}
