import { type CalendarDate, compareDates } from '@jejak/domain';
import type {
  DeclarationEvent,
  DeclarationField,
  ExpectedFiling,
  FilingKind,
  ObligationKey,
} from '@jejak/domain/declaration/events';

import { continued } from '../continued';
import { provinceOf } from '../province';
import type { FoldedView } from '../view';

/** One time in the position. */
export interface TimeInPosition {
  readonly since: CalendarDate;
  readonly endedOn: CalendarDate | null;
}

/** A wealth report as far as the public is concerned: that it was made, never what it says. */
export interface FilingDocument {
  readonly filing: string;
  readonly kind: FilingKind;
  readonly year: number | null;
  readonly filedOn: CalendarDate;
  readonly dueOn: CalendarDate | null;
  readonly late: boolean | null;
  readonly status: 'filed' | 'incomplete' | 'supplemented' | 'complete';
  readonly verifiedOn: CalendarDate | null;
  /** By when it must be completed; null while it needs not be, and where no calendar gives the day. */
  readonly completeBy: CalendarDate | null;
  /** Version of the terms by which it was judged, and parts of it that nobody confirms. */
  readonly policyVersion: number;
  readonly unconfirmed: readonly string[];
}

/** One person's duty to report in one position. */
export interface DeclarationDocument {
  readonly person: string;
  /** Identifier of the position; `position` itself is where a stored document stands in the log. */
  readonly post: string;
  readonly region: string;
  readonly province: string;
  readonly field: DeclarationField;
  readonly title: string;
  readonly obliged: boolean;
  readonly times: readonly TimeInPosition[];
  /** What is due and was not handed in yet. */
  readonly expected: readonly ExpectedFiling[];
  /** By the day of filing; those of one day in the order of recording. */
  readonly filings: readonly FilingDocument[];
  readonly changedAt: string;
}

export const declarationId = ({ person, position }: Pick<ObligationKey, 'person' | 'position'>) =>
  `${person}_${position}`;

const types = [
  'ObligorRegistered',
  'ObligationEnded',
  'WealthReportFiled',
  'WealthReportVerified',
  'WealthReportSupplemented',
  'WealthReportTermsSettled',
] as const satisfies readonly DeclarationEvent['type'][];

const isOurs = (event: { readonly type: string }): event is DeclarationEvent =>
  types.some((type) => type === event.type);

/** One document per person and position. */
export const declarationRegister: FoldedView<DeclarationDocument> = {
  name: 'declaration-register',
  version: 4,
  eventTypes: types,
  documentsOf: ({ event }) => (isOurs(event) ? [declarationId(event.data)] : []),
  apply(document, { event, metadata: { recordedAt: changedAt } }, id) {
    if (!isOurs(event)) return document;
    if (event.type === 'ObligorRegistered') return registered(document, event.data, changedAt);
    return { ...after(continued(document, id), event), changedAt };
  },
  indexes: [
    { region: 1, _id: 1 },
    { region: 1, changedAt: 1, _id: 1 },
    { province: 1, _id: 1 },
    { province: 1, changedAt: 1, _id: 1 },
    { field: 1, _id: 1 },
    { field: 1, changedAt: 1, _id: 1 },
    { obliged: 1, _id: 1 },
    { obliged: 1, changedAt: 1, _id: 1 },
    { changedAt: 1, _id: 1 },
  ],
};

function registered(
  document: DeclarationDocument | null,
  data: Extract<DeclarationEvent, { type: 'ObligorRegistered' }>['data'],
  changedAt: string,
): DeclarationDocument {
  const { person, position, region, field, title, since, expects } = data;
  return {
    person,
    post: position,
    region,
    province: provinceOf(region),
    field,
    title,
    obliged: true,
    times: [...(document?.times ?? []), { since, endedOn: null }],
    expected: [...(document?.expected ?? []), expects],
    filings: document?.filings ?? [],
    changedAt,
  };
}

function after(
  document: DeclarationDocument,
  event: Exclude<DeclarationEvent, { type: 'ObligorRegistered' }>,
): DeclarationDocument {
  const without = (...gone: readonly string[]) =>
    document.expected.filter(({ filing }) => !gone.includes(filing));
  switch (event.type) {
    case 'ObligationEnded': {
      const { endedOn, releases, expects } = event.data;
      const times = document.times.map((one) => (one.endedOn === null ? { ...one, endedOn } : one));
      return { ...document, obliged: false, times, expected: [...without(...releases), expects] };
    }
    case 'WealthReportFiled': {
      const { filing, kind, year, filedOn, dueOn, late, policyVersion, unconfirmed } = event.data;
      const { expects } = event.data;
      const judged = { filing, kind, year, filedOn, dueOn, late, policyVersion, unconfirmed };
      const status = { status: 'filed', verifiedOn: null, completeBy: null } as const;
      return {
        ...document,
        expected: [...without(filing), ...(expects ? [expects] : [])],
        filings: [...document.filings, { ...judged, ...status }].toSorted((a, b) =>
          compareDates(a.filedOn, b.filedOn),
        ),
      };
    }
    case 'WealthReportVerified': {
      const { filing, result: status, verifiedOn, completeBy } = event.data;
      return changed(document, filing, { status, verifiedOn, completeBy });
    }
    case 'WealthReportSupplemented':
      return changed(document, event.data.filing, { status: 'supplemented' });
    case 'WealthReportTermsSettled': {
      const { filing, settled } = event.data;
      const [term] = settled;
      return changed(document, filing, { completeBy: term?.dueOn ?? null });
    }
  }
}

function changed(
  document: DeclarationDocument,
  filing: string,
  change: Partial<FilingDocument>,
): DeclarationDocument {
  if (!document.filings.some((one) => one.filing === filing))
    throw new Error(`There is no report ${filing} that this event changes`);
  const filings = document.filings.map((one) =>
    one.filing === filing ? { ...one, ...change } : one,
  );
  return { ...document, filings };
}
