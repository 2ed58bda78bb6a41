import { type Position, scorecardStream } from '@jejak/domain';
import type { EventStore } from '@jejak/event-store';
import { Inject, Injectable } from '@nestjs/common';

import { assertLogReached } from '../reading/log-reached';
import { existing, positioned, type Positioned } from '../reading/replies';
import { stateOf } from '../reading/stream-state';
import { EVENT_STORE } from '../tokens';
import type { ScorecardPath } from './scorecard.query';

export interface ScorecardReply extends Positioned {
  readonly region: string;
  readonly instrument: string;
  readonly year: number;
  readonly stream: string;
  /** Revision of the last event, decimal text: what a command on this scorecard expects. */
  readonly revision: string | null;
  readonly recordedAt: string | null;
  readonly state: object | null;
}

@Injectable()
export class ScorecardService {
  constructor(@Inject(EVENT_STORE) private readonly store: EventStore) {}

  /** Straight from the events, so that it is never behind them. */
  async scorecard(
    { region, instrument, year }: ScorecardPath,
    after: Position | null,
  ): Promise<ScorecardReply> {
    await assertLogReached(this.store, after);
    const key = { region, instrument: instrument.toUpperCase(), year: Number(year) };
    const stream = scorecardStream(key);
    const { last, state } = existing(
      await stateOf(this.store, stream),
      `${key.instrument} ${year} scorecard of ${region}`,
    );
    const revision = last && last.revision.toString();
    const body = { ...key, stream, revision, recordedAt: last && last.recordedAt, state };
    return positioned(body, last && last.position);
  }
}
