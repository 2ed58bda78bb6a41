import type { CalendarDate, Position } from '@jejak/domain';
import { problem } from '@jejak/http';
import { type HeldCode, heldOn, regionCodes, type RegionCodesDocument } from '@jejak/views';
import { Injectable } from '@nestjs/common';

import { replyFrom, type Positioned } from '../reading/replies';
import { ViewReader } from '../reading/view-reader';

/** A region as of a day: its code then, and every other it had. */
export interface RegionReply extends RegionCodesDocument, Positioned {
  readonly asOf: CalendarDate;
  readonly code: string;
  readonly parent: string | null;
  readonly validFrom: CalendarDate | null;
  readonly validUntil: CalendarDate | null;
}

/** A code has had more regions than this nowhere. */
const mostRegions = 20;

@Injectable()
export class RegionCodeService {
  constructor(private readonly views: ViewReader) {}

  /** Throws `resource.not-found`, saying which code a region has that had this one on another day. */
  async region(code: string, asOf: CalendarDate, after: Position | null): Promise<RegionReply> {
    const reading = await this.views.reading([regionCodes], after);
    const found = await reading.documents(regionCodes, {
      filter: { 'codes.code': code },
      sort: { _id: 1 },
      limit: mostRegions,
    });
    for (const { document } of found) {
      const held = heldOn(document.codes, asOf);
      if (held?.code !== code) continue;
      const { parent, validFrom, validUntil } = held;
      return replyFrom(reading, { ...document, asOf, code, parent, validFrom, validUntil });
    }
    const others = found.map(({ document }) => elsewhere(document, heldOn(document.codes, asOf)));
    throw problem('resource.not-found', {
      detail: [`No region has the code ${code} on ${asOf}.`, ...others].join(' '),
    });
  }
}

const elsewhere = ({ id, name }: RegionCodesDocument, held: HeldCode | undefined): string =>
  `${name} (id ${id}) had it on another day and has ${held === undefined ? 'no code' : `the code ${held.code}`} then.`;
