import { type CountedTerm, type LastDay, lastDayFrom, stillOpen } from '../calendar';
import { CorruptStreamError } from '../corrupt-stream';
import type { GratificationEvent, GratificationReported } from './events';

export interface GratificationReport {
  readonly data: GratificationReported['data'];
  readonly status: 'reported' | 'forwarded' | 'decided' | 'dropped';
  readonly complete: boolean;
  readonly completedOn: string | null;
  readonly forwardedOn: string | null;
  readonly decidedOn: string | null;
  readonly forwardBy: LastDay;
  readonly completeBy: LastDay;
  /** Terms whose last day no calendar reached yet. */
  readonly openTerms: readonly CountedTerm[];
}

/** What one person has reported, by report: the totals of a year need them together. */
export interface GratificationState {
  readonly reports: readonly GratificationReport[];
}

export const initialState = (): GratificationState => ({ reports: [] });

export const reportCalled = (
  { reports }: GratificationState,
  report: string,
): GratificationReport | null => reports.find(({ data }) => data.report === report) ?? null;

const reportOf = ({ data }: GratificationReported): GratificationReport => ({
  data,
  status: 'reported',
  complete: data.complete,
  completedOn: null,
  forwardedOn: null,
  decidedOn: null,
  forwardBy: lastDayFrom(data.forwardBy, data.counted, 'forward'),
  completeBy: lastDayFrom(data.completeBy, data.counted, 'complete'),
  openTerms: stillOpen([], data.counted),
});

function settled(report: GratificationReport, terms: readonly CountedTerm[]): GratificationReport {
  const known = (term: string): LastDay | null => {
    const found = terms.find((one) => one.term === term);
    return found ? lastDayFrom(found.dueOn, [], term) : null;
  };
  return {
    ...report,
    forwardBy: known('forward') ?? report.forwardBy,
    completeBy: known('complete') ?? report.completeBy,
    openTerms: stillOpen(report.openTerms, terms),
  };
}

function changed(
  report: GratificationReport,
  event: Exclude<GratificationEvent, GratificationReported>,
): GratificationReport {
  switch (event.type) {
    case 'GratificationCompleted':
      return { ...report, complete: true, completedOn: event.data.completedOn };
    case 'GratificationForwarded':
      return {
        ...report,
        status: 'forwarded',
        forwardedOn: event.data.forwardedOn,
        openTerms: stillOpen(report.openTerms, event.data.counted),
      };
    case 'GratificationDecided':
      return { ...report, status: 'decided', decidedOn: event.data.decidedOn };
    case 'GratificationDropped':
      return { ...report, status: 'dropped' };
    case 'GratificationTermsSettled':
      return settled(report, event.data.settled);
  }
}

export function evolve(state: GratificationState, event: GratificationEvent): GratificationState {
  const known = reportCalled(state, event.data.report);
  if (event.type === 'GratificationReported') {
    if (known) throw new CorruptStreamError(event.type, known.status);
    return { reports: [...state.reports, reportOf(event)] };
  }
  if (!known) throw new CorruptStreamError(event.type, `without report ${event.data.report}`);
  const reports = state.reports.map((one) => (one === known ? changed(one, event) : one));
  return { reports };
}
