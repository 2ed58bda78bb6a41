import { CorruptStreamError } from '../corrupt-stream';
import type { GratificationEvent, GratificationReported } from './events';

export interface GratificationReport {
  readonly data: GratificationReported['data'];
  readonly status: 'reported' | 'forwarded' | 'decided' | 'dropped';
  readonly complete: boolean;
  readonly forwardedOn: string | null;
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

function changed(
  report: GratificationReport,
  event: Exclude<GratificationEvent, GratificationReported>,
): GratificationReport {
  switch (event.type) {
    case 'GratificationCompleted':
      return { ...report, complete: true };
    case 'GratificationForwarded':
      return { ...report, status: 'forwarded', forwardedOn: event.data.forwardedOn };
    case 'GratificationDecided':
      return { ...report, status: 'decided' };
    case 'GratificationDropped':
      return { ...report, status: 'dropped' };
  }
}

export function evolve(state: GratificationState, event: GratificationEvent): GratificationState {
  const known = reportCalled(state, event.data.report);
  if (event.type === 'GratificationReported') {
    if (known) throw new CorruptStreamError(event.type, known.status);
    const { data } = event;
    const report = {
      data,
      status: 'reported',
      complete: data.complete,
      forwardedOn: null,
    } as const;
    return { reports: [...state.reports, report] };
  }
  if (!known) throw new CorruptStreamError(event.type, `without report ${event.data.report}`);
  const reports = state.reports.map((one) => (one === known ? changed(one, event) : one));
  return { reports };
}
