import { type CalendarDate, declarationStream } from '@jejak/domain';
import type { ExpectedFiling, ObligationKey } from '@jejak/domain/declaration/events';

import { type DeadlineChange, type DeadlineContributor, deadlineId } from '../deadlines/change';

const filingKind = 'declaration.filing';
const completionKind = 'declaration.completion';

type Who = Pick<ObligationKey, 'person' | 'position'>;

const idOf = (kind: string, { person, position }: Who, filing: string): string =>
  deadlineId(kind, person, position, filing);

function expecting(
  key: ObligationKey,
  expected: ExpectedFiling | null,
  on: CalendarDate,
): DeadlineChange[] {
  if (!expected || expected.dueOn === null) return [];
  const { filing, dueOn } = expected;
  const subject = declarationStream(key);
  const described = { deadline: filingKind, region: key.region, subject, dueOn, on };
  const title = `Wealth report ${filing} of ${key.position}`;
  return [{ kind: 'set', id: idOf(filingKind, key, filing), ...described, title }];
}

/** Wealth reports (LHKPN): each sets the term of the next, an incomplete one the term to complete it. */
export const declarationDeadlines: DeadlineContributor = {
  ObligorRegistered: (data) => expecting(data, data.expects, data.since),
  ObligationEnded: (data) => [
    ...data.releases.map((filing): DeadlineChange => {
      return { kind: 'dropped', id: idOf(filingKind, data, filing), on: data.endedOn };
    }),
    ...expecting(data, data.expects, data.endedOn),
  ],
  WealthReportFiled: (data) => [
    { kind: 'met', id: idOf(filingKind, data, data.filing), on: data.filedOn },
    ...expecting(data, data.expects, data.filedOn),
  ],
  WealthReportVerified: (data) => {
    const { region, filing, completeBy: dueOn, basis, verifiedOn: on } = data;
    const [counted = null] = data.counted;
    if (dueOn === null && counted === null) return [];
    const policy = basis && { kind: 'declaration-terms' as const, version: basis.policyVersion };
    const described = { region, subject: declarationStream(data), dueOn, on, counted, policy };
    const title = `What is missing from wealth report ${filing} of ${data.position}`;
    const id = idOf(completionKind, data, filing);
    return [{ kind: 'set', id, deadline: completionKind, ...described, title }];
  },
  WealthReportSupplemented: (data) => [
    { kind: 'met', id: idOf(completionKind, data, data.filing), on: data.suppliedOn },
  ],
  WealthReportTermsSettled: (data) =>
    data.settled.map((counted) => ({
      kind: 'settled',
      id: idOf(completionKind, data, data.filing),
      counted,
    })),
};
