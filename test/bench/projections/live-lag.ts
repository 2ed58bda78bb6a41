import { comparePositions } from '@jejak/domain';

import { withCrew } from '../processes/crew';
import type { StoreNode } from '../processes/event-store-node';
import type { Acknowledged, LogWriter } from '../processes/log-writer';
import type { Passed, ViewFiller } from '../processes/view-filler';
import { say, startReadStore } from './log-crew';
import { execArgvOf, type ProjectionScale } from './scale';

/** Milliseconds from an append's answer to all five views having passed its event. */
export interface LiveLag {
  readonly perSecond: number;
  readonly seconds: number;
  readonly p50: number;
  readonly p99: number;
  readonly most: number;
  /** Processors the projector's process kept busy. */
  readonly busy: number;
  readonly rssMebibytes: number;
}

const perSecond = 500;

/** Documents that exist before, so that live traffic changes what is there. */
const documents = 1_000;

/** Seconds of the same traffic beforehand: compilation, and batches of the size they will have. */
const warmUpSeconds = 2;

export function liveLag(scale: ProjectionScale): Promise<LiveLag> {
  const { liveSeconds: seconds } = scale;
  say(`live at ${perSecond} events per second`);
  return withCrew(async (crew) => {
    const { readStore } = await startReadStore(crew);
    const at = { directory: `${crew.directory}/mixed` };
    const node = await crew.start<StoreNode>('event-store-node', at);
    const connectionString = await node.call('connectionString', undefined);
    const traffic = { connectionString, traffic: 'mixed', documents };
    const writer = await crew.start<LogWriter>('log-writer', traffic);
    const [written] = await writer.call('fill', { events: documents, marks: [documents] });
    if (written === undefined) throw new Error('The log has no end');
    const setting = { connectionString, readStore, views: 'five' };
    const follower = await crew.start<ViewFiller>('view-filler', setting, execArgvOf(scale));
    await follower.call('follow', written);

    const pace = (events: number) =>
      Promise.all([follower.call('passing', events), writer.call('pace', { perSecond, events })]);
    await pace(warmUpSeconds * perSecond);
    const before = await follower.call('spent', undefined);
    const [passed, acknowledged] = await pace(seconds * perSecond);
    const after = await follower.call('spent', undefined);
    const lags = lagsOf(acknowledged, passed).sort((a, b) => a - b);
    const share = (part: number): number => lags[Math.ceil(lags.length * part) - 1] ?? NaN;
    return {
      perSecond,
      seconds,
      p50: share(0.5),
      p99: share(0.99),
      most: share(1),
      busy: (after.cpuMicroseconds - before.cpuMicroseconds) / 1e6 / seconds,
      rssMebibytes: after.rssBytes / 2 ** 20,
    };
  });
}

/**
 * For each event the first moment at which the views stood at it or after it; none is negative, since
 * a view may pass an event before its writer has heard the answer.
 */
function lagsOf(acknowledged: readonly Acknowledged[], passed: readonly Passed[]): number[] {
  const inOrder = [...acknowledged].sort((a, b) => comparePositions(a.position, b.position));
  let next = 0;
  return inOrder.map(({ position, at }) => {
    while (comparePositions(passed[next]?.position ?? position, position) < 0) next += 1;
    const moment = passed[next];
    if (moment === undefined) throw new Error('The views did not pass the last event');
    return Math.max(0, Number(moment.at - at) / 1e6);
  });
}
