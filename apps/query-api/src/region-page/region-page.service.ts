import { comparePositions, type CalendarDate, type Position } from '@jejak/domain';
import { Problem, problem } from '@jejak/http';
import {
  directoryAsOf,
  provinceOf,
  regionDirectory,
  type DirectoryRegion,
  type RegionDirectoryDocument,
} from '@jejak/views';
import { Injectable } from '@nestjs/common';

import { PolicyVersions } from '../policy/policy-versions';
import { todayInJakarta } from '../reading/moments';
import { existing, replyFrom, type Positioned, type Read } from '../reading/replies';
import { ViewReader } from '../reading/view-reader';
import type { RegionPageQuery } from './region-page.query';
import type { AsOf, RegionSection, SectionAnswer } from './section';
import { regionSections } from './sections';

/** A section with the address where all of its records are. */
type Section = SectionAnswer & { readonly more: string };

export interface RegionPageReply extends Positioned {
  readonly asOf: CalendarDate;
  readonly region: DirectoryRegion;
  /** False on a day its code is not valid on. */
  readonly isValid: boolean;
  /** By the name of the section. */
  readonly sections: Readonly<Record<string, Section>>;
}

interface ReadSection {
  readonly section: readonly [name: string, section: Section];
  /** Null when its views cannot be read yet. */
  readonly read: Read | null;
}

@Injectable()
export class RegionPageService {
  constructor(
    private readonly views: ViewReader,
    private readonly policies: PolicyVersions,
  ) {}

  /** Throws `resource.not-found` for a region nobody registered, `request.invalid` for a day to come. */
  async page(
    code: string,
    { asOf: asked }: RegionPageQuery,
    after: Position | null,
  ): Promise<RegionPageReply> {
    const today = todayInJakarta();
    const asOf: AsOf = { day: asked ?? today, isPast: (asked ?? today) < today };
    if (asOf.day > today) throw dayToCome(today);
    const reading = await this.views.reading([regionDirectory], after);
    const directory = await reading.document(regionDirectory, provinceOf(code));
    const region = existing(regionCalled(code, directory, asOf.day), `region ${code}`);
    const sections = await Promise.all(
      regionSections.map((section) => this.section(section, region.id, asOf, after)),
    );
    const reads = [reading, ...sections.flatMap(({ read }) => read ?? [])];
    return replyFrom(together(reads), {
      asOf: asOf.day,
      region,
      isValid: isValidOn(region, asOf.day),
      sections: Object.fromEntries(sections.map(({ section }) => section)),
    });
  }

  /** A view that is being built leaves its section unanswered, not the page. */
  private async section(
    section: RegionSection,
    region: string,
    asOf: AsOf,
    after: Position | null,
  ): Promise<ReadSection> {
    const { name } = section;
    const more = section.more(region);
    try {
      const reading = await this.views.reading(section.views, after);
      const unconfirmed = await this.policies.unconfirmed(section.policies ?? []);
      const answer = await section.read(reading, region, asOf, unconfirmed);
      return { section: [name, { ...answer, more }], read: reading };
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'view.being-built') throw error;
      const answer = { status: 'unanswered', reason: error.detail } as const;
      return { section: [name, { ...answer, more }], read: null };
    }
  }
}

/** Who has the code on that day; else who had it last, whose page then says that it is not valid. */
function regionCalled(
  code: string,
  directory: RegionDirectoryDocument | null,
  day: CalendarDate,
): DirectoryRegion | null {
  const { province, units } = directoryAsOf(directory, { validAt: day });
  const now = [...(province ? [province] : []), ...units].find((region) => region.code === code);
  const last = directory?.regions.findLast((region) => region.code === code);
  if (now !== undefined || last === undefined) return now ?? null;
  const { recoding, ...region } = last;
  return { ...region, validUntil: region.validUntil ?? recoding?.on ?? null };
}

/** What several readings contain together: up to where the one furthest behind stands. */
function together(reads: readonly Read[]): Read {
  const position = reads
    .map((read) => read.position)
    .reduce((a, b) => (a && b ? (comparePositions(a, b) <= 0 ? a : b) : null));
  const leftOut = new Map(
    reads.flatMap((read) => read.leftOut.map((event) => [JSON.stringify(event), event])),
  );
  return { position, leftOut: [...leftOut.values()] };
}

const isValidOn = ({ validFrom, validUntil }: DirectoryRegion, day: CalendarDate): boolean =>
  (validFrom === null || validFrom <= day) && (validUntil === null || day < validUntil);

const dayToCome = (today: CalendarDate): Problem =>
  problem('request.invalid', {
    field: 'asOf',
    detail: 'asOf is a day that has not come.',
    fix: `Ask for a day up to ${today}.`,
  });
