import {
  addDays,
  addWorkingDays,
  type CalendarDate,
  type Holiday,
  type Position,
  type WorkingDayCalendar,
} from '@jejak/domain';
import {
  type DraftedPolicy,
  type PolicyInWindow,
  policyOn,
  policyRegister,
  versionsKnown,
} from '@jejak/views';
import { problem } from '@jejak/http';
import { Injectable } from '@nestjs/common';

import { instantOf, todayInJakarta } from '../reading/moments';
import { existing, replyFrom, type Positioned } from '../reading/replies';
import { ViewReader } from '../reading/view-reader';
import type { DueDayQuery, PolicyQuery } from './policy.query';

export interface PolicyReply extends PolicyInWindow, Positioned {
  readonly kind: string;
}

export interface DraftReply extends Positioned {
  readonly kind: string;
  /** Null when none waits. */
  readonly draft: DraftedPolicy | null;
}

export interface DueDayReply extends Positioned {
  readonly from: CalendarDate;
  readonly workingDays: number;
  /** Null where the way leads into a year that the calendar does not cover: it is not guessed. */
  readonly dueOn: CalendarDate | null;
  /** Years the calendar covers. */
  readonly coveredYears: readonly number[];
  /** Public holidays and joint leave on the way, those on a weekend too. */
  readonly holidays: readonly Holiday[];
  /** The version of the calendar, the one in force on the first day. */
  readonly policy: Pick<PolicyInWindow, 'version' | 'title' | 'legalBasis' | 'unconfirmed'>;
}

const instant = (knownAt: string | undefined): string | null =>
  knownAt === undefined ? null : instantOf(knownAt, 'end');

@Injectable()
export class PolicyService {
  constructor(private readonly views: ViewReader) {}

  async policy(
    kind: string,
    { on, version, knownAt }: PolicyQuery,
    after: Position | null,
  ): Promise<PolicyReply> {
    if (on !== undefined && version !== undefined) {
      throw problem('request.invalid', {
        detail: 'A version was asked for by its number and by a day.',
        fix: 'Leave out on or version.',
        field: 'version',
      });
    }
    const reading = await this.views.reading([policyRegister], after);
    const document = await reading.existing(policyRegister, kind, `policy ${kind}`);
    const day = on ?? todayInJakarta();
    const found =
      version === undefined
        ? policyOn(document, day, instant(knownAt))
        : versionsKnown(document, instant(knownAt)).find((one) => one.version === Number(version));
    const what = version === undefined ? `${kind} in force on ${day}` : `${version} of ${kind}`;
    return replyFrom(reading, { kind, ...existing(found ?? null, `version ${what}`) });
  }

  async draft(kind: string, after: Position | null): Promise<DraftReply> {
    const reading = await this.views.reading([policyRegister], after);
    const { draft } = await reading.existing(policyRegister, kind, `policy ${kind}`);
    return replyFrom(reading, { kind, draft });
  }

  /** Throws `resource.not-found` when no calendar applies on the first day. */
  async dueDay(
    { from, workingDays, knownAt }: DueDayQuery,
    after: Position | null,
  ): Promise<DueDayReply> {
    const reading = await this.views.reading([policyRegister], after);
    const document = await reading.existing(policyRegister, 'working-days', 'calendar');
    const what = `calendar of working days in force on ${from}`;
    const policy = existing(policyOn(document, from, instant(knownAt)), what);
    const { version, title, legalBasis, unconfirmed } = policy;
    // The register keeps one kind per document, which its type cannot say.
    const calendar = policy.content as WorkingDayCalendar;
    const dueOn = addWorkingDays(calendar, from, Number(workingDays));
    return replyFrom(reading, {
      from,
      workingDays: Number(workingDays),
      dueOn,
      coveredYears: calendar.years.map(({ year }) => year),
      holidays: dueOn === null ? [] : holidaysBetween(calendar, addDays(from, 1), dueOn),
      policy: { version, title, legalBasis, unconfirmed },
    });
  }
}

const holidaysBetween = (
  { years }: WorkingDayCalendar,
  first: CalendarDate,
  last: CalendarDate,
): readonly Holiday[] =>
  years.flatMap(({ holidays }) => holidays.filter(({ day }) => day >= first && day <= last));
