import {
  type JejakEvent,
  pactStream,
  planStream,
  regionStream,
  scorecardStream,
} from '@jejak/domain';
import type { NewEvent } from '@jejak/event-store';

import {
  adopted,
  milestones,
  pactEvents,
  published,
  registered,
  reported,
  verified,
} from './facts';
import { newEvent, opened, scored, scorecardKey } from './workload';

export interface StreamEvents {
  readonly stream: string;
  readonly events: readonly NewEvent[];
}

/** Scores of one scorecard before it is published. */
const scoresEach = 26;

/**
 * A log of exactly `total` events that concern all five views: for each region its registration, a
 * scorecard scored and published, a pact signed by four, and a plan whose milestones are met.
 */
export function logEvents(total: number): StreamEvents[] {
  const streams: StreamEvents[] = [];
  let left = total;
  for (let n = 0; left > 0; n += 1) {
    for (const { stream, events } of regionEvents(n)) {
      const taken = events.slice(0, left);
      left -= taken.length;
      if (taken.length > 0) streams.push({ stream, events: taken.map(newEvent) });
    }
  }
  return streams;
}

function regionEvents(n: number): { stream: string; events: JejakEvent[] }[] {
  const key = scorecardKey('MCP', n);
  const { region } = key;
  const pact = `pact-${n}`;
  const plan = `plan-${n}`;
  return [
    { stream: regionStream(region), events: [registered(region)] },
    {
      stream: scorecardStream(key),
      events: [opened(key), ...scores(n), published(key, String(n % 100))],
    },
    { stream: pactStream(pact), events: pactEvents({ pact, region }) },
    { stream: planStream(plan), events: planEvents({ plan, region }) },
  ];
}

const scores = (n: number): JejakEvent[] =>
  Array.from({ length: scoresEach }, (_, index) => scored(scorecardKey('MCP', n), index));

const planEvents = (key: { plan: string; region: string }): JejakEvent[] => [
  adopted(key),
  ...milestones.flatMap((milestone) => [reported(key, milestone), verified(key, milestone)]),
];
