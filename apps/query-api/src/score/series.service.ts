import type { Position } from '@jejak/domain';
import {
  areaScores,
  frameworkRegister,
  provinceOf,
  ranking,
  regionCodes,
  scoreSeries,
  type ScoreSeries,
  type ShownRegion,
  type View,
} from '@jejak/views';
import { Injectable } from '@nestjs/common';

import { replyFrom, type Positioned } from '../reading/replies';
import { RegionIds } from '../reading/region-ids';
import { ViewReader } from '../reading/view-reader';
import type { ViewReading } from '../reading/view-reading';
import type { SeriesQuery } from './score.query';
import { shownRegion } from './shown-region';

export interface SeriesReply extends ScoreSeries, Positioned {
  readonly region: ShownRegion;
  readonly instrument: string;
}

/** Years are four digits, of which an instrument has used a few; more are cut off. */
const mostYears = 200;

const views = [areaScores, frameworkRegister, ranking, regionCodes];

@Injectable()
export class SeriesService {
  constructor(
    private readonly reader: ViewReader,
    private readonly ids: RegionIds,
  ) {}

  async series(query: SeriesQuery, after: Position | null): Promise<SeriesReply> {
    const instrument = query.instrument.toUpperCase();
    const reading = await this.reader.reading(views, after);
    const region = await this.ids.idOf(query.region, reading);
    const province = provinceOf(region);
    const [registered, frameworks, rankings, scorecards] = await Promise.all([
      reading.document(regionCodes, region),
      byYear(reading, frameworkRegister, { instrument }),
      byYear(reading, ranking, { province, instrument }),
      byYear(reading, areaScores, { region, instrument }),
    ]);
    const shown = shownRegion(region, registered);
    const series = scoreSeries({
      region,
      level: shown.level,
      frameworks,
      rankings,
      scorecards,
    });
    return replyFrom(reading, { region: shown, instrument, ...series });
  }
}

async function byYear<Document extends object>(
  reading: ViewReading,
  view: View<Document>,
  filter: Readonly<Record<string, string>>,
): Promise<readonly Document[]> {
  const query = { filter, sort: { year: 1, _id: 1 }, limit: mostYears } as const;
  return (await reading.documents(view, query)).map(({ document }) => document);
}
