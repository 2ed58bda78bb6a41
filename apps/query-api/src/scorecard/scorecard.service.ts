import { type Position, scorecardStream } from '@jejak/domain';
import type { ScorecardKey } from '@jejak/domain/scorecard/events';
import type { EventStore } from '@jejak/event-store';
import { Inject, Injectable } from '@nestjs/common';

import { assertLogReached } from '../reading/log-reached';
import { existing, positioned, type Positioned } from '../reading/replies';
import { RegionIds } from '../reading/region-ids';
import { stateOf } from '../reading/stream-state';
import { ViewReader } from '../reading/view-reader';
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
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    private readonly views: ViewReader,
    private readonly regions: RegionIds,
  ) {}

  /** Straight from the events, so that it is never behind them. */
  async scorecard(path: ScorecardPath, after: Position | null): Promise<ScorecardReply> {
    await assertLogReached(this.store, after);
    const asked = {
      region: path.region,
      instrument: path.instrument.toUpperCase(),
      year: Number(path.year),
    };
    const found = (await this.under(asked)) ?? (await this.under(await this.withId(asked, after)));
    const what = `${asked.instrument} ${asked.year} scorecard of ${asked.region}`;
    const { key, stream, last, state } = existing(found, what);
    const revision = last && last.revision.toString();
    const body = { ...key, stream, revision, recordedAt: last && last.recordedAt, state };
    return positioned(body, last && last.position);
  }

  private async under(key: ScorecardKey) {
    const stream = scorecardStream(key);
    const found = await stateOf(this.store, stream);
    return found && { ...found, key, stream };
  }

  /** What was not opened under the name of its region is under the id, if the name is a code. */
  private async withId(asked: ScorecardKey, after: Position | null): Promise<ScorecardKey> {
    const views = this.regions.viewsToName(asked.region);
    if (views.length === 0) return asked;
    const reading = await this.views.reading(views, after);
    return { ...asked, region: await this.regions.idOf(asked.region, reading) };
  }
}
