import type { CalendarDate, IndexScale, IndexScales, Position } from '@jejak/domain';
import { scaleOf } from '@jejak/domain/indices';
import {
  indexRegister,
  type PolicyDocument,
  policyOn,
  policyRegister,
  type QueryFilter,
} from '@jejak/views';
import { Injectable } from '@nestjs/common';

import { PolicyVersions } from '../policy/policy-versions';
import { todayInJakarta } from '../reading/moments';
import { existing, type Positioned, replyFrom } from '../reading/replies';
import { RegionIds } from '../reading/region-ids';
import { ViewReader } from '../reading/view-reader';
import { concerning, indexShown, type IndexShown } from './index-shown';
import type { IndexSeriesQuery } from './indices.query';

/** More than there are regions and groups in ten years. */
const mostPoints = 6_000;

/** How an index is read on a day, and which of that nobody confirms. */
export interface ScaleShown extends IndexScale {
  readonly policyVersion: number;
  readonly legalBasis: string;
  /** Parts of the policy that concern this index. */
  readonly unconfirmed: readonly string[];
}

export interface IndexSeries {
  readonly subject: string;
  /** By year. */
  readonly years: readonly Pick<IndexShown, 'year' | 'publications' | 'disputed' | 'misjudged'>[];
}

export interface IndexReply extends Positioned {
  readonly kind: string;
  readonly on: CalendarDate;
  /** Null where no policy in force on the day lists the index. */
  readonly scale: ScaleShown | null;
  readonly series: readonly IndexSeries[];
}

@Injectable()
export class IndicesService {
  constructor(
    private readonly views: ViewReader,
    private readonly policies: PolicyVersions,
    private readonly regions: RegionIds,
  ) {}

  /** Throws `resource.not-found` for an index that no policy lists and nobody published. */
  async index(
    name: string,
    { subject, on = todayInJakarta() }: IndexSeriesQuery,
    after: Position | null,
  ): Promise<IndexReply> {
    const kind = name.toUpperCase();
    const views = [indexRegister, policyRegister, ...this.regions.viewsToName(subject)];
    const reading = await this.views.reading(views, after);
    const filter: QueryFilter =
      subject === undefined ? {} : { subject: await this.regions.idOf(subject, reading, on) };
    const found = await reading.documents(indexRegister, {
      filter: { kind, ...filter },
      sort: { _id: 1 },
      limit: mostPoints,
    });
    const scale = scaleShown(await reading.document(policyRegister, 'index-scales'), kind, on);
    const unconfirmed = await this.policies.unconfirmed(['index-scales']);
    const series = seriesOf(found.map(({ document }) => indexShown(document, unconfirmed)));
    existing(scale ?? series[0] ?? null, `index ${kind}`);
    return replyFrom(reading, { kind, on, scale, series });
  }
}

function scaleShown(
  document: PolicyDocument | null,
  kind: string,
  on: CalendarDate,
): ScaleShown | null {
  const policy = document && policyOn(document, on);
  if (policy === null) return null;
  // The register keeps one kind per document, which its type cannot say.
  const scale = scaleOf(policy.content as IndexScales, kind);
  const { version: policyVersion, legalBasis, unconfirmed } = policy;
  const parts = concerning(kind, unconfirmed);
  return scale && { ...scale, policyVersion, legalBasis, unconfirmed: parts };
}

function seriesOf(documents: readonly IndexShown[]): readonly IndexSeries[] {
  const subjects = [...new Set(documents.map(({ subject }) => subject))].toSorted();
  return subjects.map((subject) => ({
    subject,
    years: documents
      .filter((document) => document.subject === subject)
      .toSorted((a, b) => a.year - b.year)
      .map(({ year, publications, disputed, misjudged }) => ({
        year,
        publications,
        disputed,
        misjudged,
      })),
  }));
}
