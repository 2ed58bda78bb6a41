import { type Decider, type Decision, refused } from '../decider';
import type { GratificationCommand } from './commands';
import type { GratificationEvent } from './events';
import {
  completeGratification,
  decideGratification,
  dropGratification,
  forwardGratification,
} from './handle-report';
import { reportGratification } from './report-gratification';
import { notFound } from './rules';
import { evolve, type GratificationState, initialState, reportCalled } from './state';

function decide(
  state: GratificationState,
  command: GratificationCommand,
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
