import { settledBy } from '../calendar';
import { accepted, type Decider, type Decision, refused } from '../decider';
import { afterSettling, mustSettleSomething } from '../rules/settle-terms';
import type { GratificationCommand } from './commands';
import type { GratificationEvent, GratificationTermsSettled } from './events';
import {
  completeGratification,
  decideGratification,
  dropGratification,
  forwardGratification,
  keyOf,
} from './handle-report';
import { reportGratification } from './report-gratification';
import { notFound } from './rules';
import { evolve, type GratificationState, initialState, reportCalled } from './state';

function decide(
  state: GratificationState,
  command: GratificationCommand,
): Decision<GratificationEvent> {
  const first = settling(state, command);
  if (command.type === 'SettleGratificationTerms') {
    const nothing = mustSettleSomething('gratification', first);
    return nothing ? refused(nothing) : accepted(...first);
  }
  return afterSettling(state, first, evolve, (settled) => decideStep(settled, command));
}

/** What the calendars of the command reach by now, of every report of the receiver. */
const settling = (
  { reports }: GratificationState,
  { calendars }: GratificationCommand,
): readonly GratificationTermsSettled[] =>
  reports.flatMap((report) => {
    const kept = new Map([
      ['report', report.data.reportedOn],
      ['forward', report.forwardedOn],
      ['complete', report.completedOn],
      ['decision', report.decidedOn],
    ]);
    const settled = settledBy(report.openTerms, calendars, (term) => kept.get(term) ?? null);
    if (settled.length === 0) return [];
    return [{ type: 'GratificationTermsSettled', data: { ...keyOf(report), settled } }];
  });

function decideStep(
  state: GratificationState,
  command: Exclude<GratificationCommand, { type: 'SettleGratificationTerms' }>,
): Decision<GratificationEvent> {
  if (command.type === 'ReportGratification') return reportGratification(state, command);
  const report = reportCalled(state, command.report);
  if (!report) return refused(notFound(command.report));
  switch (command.type) {
    case 'CompleteGratification':
      return completeGratification(report, command);
    case 'ForwardGratification':
      return forwardGratification(report, command);
    case 'DecideGratification':
      return decideGratification(report, command);
    case 'DropGratification':
      return dropGratification(report, command);
  }
}

/** The rules of the gifts that one person reports (laporan gratifikasi). */
export const gratification: Decider<GratificationState, GratificationCommand, GratificationEvent> =
  { initialState, decide, evolve };
