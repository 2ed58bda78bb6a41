import type { ClientCommand, ClientProblem, SendResult } from '../client-command';

/** Commands that may run side by side in groups; each group, and each phase, keeps its order. */
export interface ImportPhase {
  readonly name: string;
  readonly commands: readonly ClientCommand[];
}

export interface ImportProgress {
  readonly phase: string;
  readonly done: number;
  readonly total: number;
}

export interface RefusedCommand {
  readonly command: ClientCommand;
  readonly problem: ClientProblem;
}

export interface ImportSummary {
  readonly phases: readonly PhaseSummary[];
  readonly recorded: number;
  /** Recorded by an earlier run; nothing was added. */
  readonly alreadyRecorded: number;
  readonly refused: readonly RefusedCommand[];
  /** Position of the newest event the import wrote or found; null when nothing was recorded. */
  readonly position: string | null;
}

export interface PhaseSummary {
  readonly name: string;
  readonly recorded: number;
  readonly alreadyRecorded: number;
  readonly refused: number;
}

export interface RunImportOptions {
  readonly phases: readonly ImportPhase[];
  readonly send: (command: ClientCommand) => Promise<SendResult>;
  readonly onProgress?: (progress: ImportProgress) => void;
  /** Commands in flight at once, each on a resource of its own. Default 16. */
  readonly concurrency?: number;
  /** Stops before the next command; what was sent stays recorded. */
  readonly signal?: AbortSignal;
}

/**
 * Sends every command and reports each outcome. Commands on one resource keep their order; a refusal
 * does not stop the others and is listed. Repeating an import adds nothing.
 */
export async function runImport(options: RunImportOptions): Promise<ImportSummary> {
  const { phases, send, onProgress, concurrency = 16, signal } = options;
  const total = phases.reduce((sum, phase) => sum + phase.commands.length, 0);
  const summaries: PhaseSummary[] = [];
  const refused: RefusedCommand[] = [];
  let done = 0;
  let newest: string | null = null;

  for (const phase of phases) {
    const counts = { recorded: 0, alreadyRecorded: 0, refused: 0 };
    const lanes = groupByResource(phase.commands);
    const drain = async (): Promise<void> => {
      for (let lane = lanes.shift(); lane !== undefined; lane = lanes.shift()) {
        for (const command of lane) {
          signal?.throwIfAborted();
          const result = await send(command);
          if (result.kind === 'refused') {
            counts.refused += 1;
            refused.push({ command, problem: result.problem });
          } else {
            counts[result.repeated ? 'alreadyRecorded' : 'recorded'] += 1;
            newest = laterPosition(newest, result.position);
          }
          done += 1;
          onProgress?.({ phase: phase.name, done, total });
        }
      }
    };
    await Promise.all(Array.from({ length: concurrency }, drain));
    summaries.push({ name: phase.name, ...counts });
  }

  const sum = (key: 'recorded' | 'alreadyRecorded'): number =>
    summaries.reduce((value, phase) => value + phase[key], 0);
  return {
    phases: summaries,
    recorded: sum('recorded'),
    alreadyRecorded: sum('alreadyRecorded'),
    refused,
    position: newest,
  };
}

/** `/v1/pacts/x/sign` and `/v1/pacts/x/witness` change the same resource. */
function groupByResource(commands: readonly ClientCommand[]): ClientCommand[][] {
  const lanes = new Map<string, ClientCommand[]>();
  for (const command of commands) {
    const resource = command.path.slice(0, command.path.lastIndexOf('/'));
    const lane = lanes.get(resource);
    if (lane === undefined) lanes.set(resource, [command]);
    else lane.push(command);
  }
  return [...lanes.values()];
}

function laterPosition(a: string | null, b: string): string {
  if (a === null) return b;
  const commit = (position: string): bigint => BigInt(position.slice(0, position.indexOf('/')));
  return commit(b) > commit(a) ? b : a;
}
