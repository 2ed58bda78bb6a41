import { resolve } from 'node:path';

/** One log, and how many documents its events are spread over. */
export interface LogShape {
  readonly events: number;
  readonly documents: number;
  readonly rounds: number;
}

export interface ProjectionScale {
  readonly logs: readonly LogShape[];
  /** Events the tutorial's handler gets: enough for its rate, which is low. */
  readonly tutorialEvents: number;
  /** How long live lag is watched. */
  readonly liveSeconds: number;
  /** Directory for CPU profiles of the Jejak processes. */
  readonly profile: string | null;
  /** Most MiB of V8's old generation in the Jejak processes. */
  readonly heap: number;
}

interface Asked {
  readonly quick: boolean;
  readonly events: number | undefined;
  readonly documents: readonly number[];
  readonly rounds: number | undefined;
  readonly million: boolean;
  readonly profile: string | null;
  readonly heap: number | undefined;
}

const million = 1_000_000;

/**
 * MiB of V8's generations in a projector's process, as docker/compose.yaml starts it. V8 lets garbage
 * pile up by what the machine has, not by what the process needs.
 */
export const projectorHeap = { old: 1536, young: 4 };

export function projectionScaleOf(asked: Asked): ProjectionScale {
  const { quick, events = quick ? 20_000 : 100_000, rounds = quick ? 2 : 3 } = asked;
  const usual = quick ? [1_000] : [1_000, 100_000];
  const spread = asked.documents.length > 0 ? asked.documents : usual;
  const logsOf = (length: number, times: number): LogShape[] =>
    [...new Set(spread.map((documents) => Math.min(documents, length)))].map((documents) => ({
      events: length,
      documents,
      rounds: times,
    }));
  return {
    logs: [...logsOf(events, rounds), ...(asked.million ? logsOf(million, 1) : [])],
    tutorialEvents: quick ? 1_000 : 2_000,
    liveSeconds: quick ? 5 : 20,
    profile: asked.profile === null ? null : resolve(asked.profile),
    heap: asked.heap ?? projectorHeap.old,
  };
}

/** Node's arguments for the Jejak processes. */
export const execArgvOf = ({ profile, heap }: ProjectionScale): string[] => [
  ...(profile === null ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`]),
  `--max-old-space-size=${heap}`,
  `--max-semi-space-size=${projectorHeap.young}`,
];

/** Throws TypeError unless the text is a whole number above zero. */
export function amountOf(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const amount = Number(text.replaceAll(/[_,]/g, ''));
  if (!Number.isSafeInteger(amount) || amount < 1) {
    throw new TypeError(`${option} is not a whole number above zero: ${text}`);
  }
  return amount;
}
