import type { Position } from '@jejak/domain';
import {
  type ComplianceBoard,
  complianceBoard,
  type DeclarationDocument,
  declarationId,
  declarationRegister,
  filingCounts,
  obligorCounts,
} from '@jejak/views';
import { Injectable } from '@nestjs/common';

import { todayInJakarta } from '../reading/moments';
import { replyFrom, type Positioned } from '../reading/replies';
import { RegionIds } from '../reading/region-ids';
import { ViewReader } from '../reading/view-reader';
import type { ComplianceQuery } from './declaration.query';

/** More regions than there are governments in Indonesia (546), with room for new ones. */
const everyRegion = 2_000;

@Injectable()
export class DeclarationService {
  constructor(
    private readonly views: ViewReader,
    private readonly regions: RegionIds,
  ) {}

  async declaration(
    key: { readonly person: string; readonly position: string },
    after: Position | null,
  ): Promise<DeclarationDocument & Positioned> {
    const reading = await this.views.reading([declarationRegister], after);
    const what = `obligation of ${key.person} as ${key.position}`;
    const document = await reading.existing(declarationRegister, declarationId(key), what);
    return replyFrom(reading, document);
  }

  async compliance(
    { year, region, asOf = todayInJakarta() }: ComplianceQuery,
    after: Position | null,
  ): Promise<ComplianceBoard & Positioned> {
    const views = [obligorCounts, filingCounts, ...this.regions.viewsToName(region)];
    const reading = await this.views.reading(views, after);
    const page = { sort: { _id: 1 }, limit: everyRegion } as const;
    const within = await this.regions.within(region, reading, asOf);
    const obligors = await reading.documents(obligorCounts, { filter: within, ...page });
    const filter = { year: Number(year), ...within };
    const filings = await reading.documents(filingCounts, { filter, ...page });
    const board = complianceBoard(
      obligors.map(({ document }) => document),
      filings.map(({ document }) => document),
      { year: Number(year), asOf },
    );
    return replyFrom(reading, board);
  }
}
