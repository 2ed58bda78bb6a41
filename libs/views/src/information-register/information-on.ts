import type { CalendarDate } from '@jejak/domain';

import { openUntil, type InformationDocument } from './information-register';

/** A request as far as it had come at the end of a day; null before it was received. */
export function informationOn(
  document: InformationDocument,
  day: CalendarDate,
): InformationDocument | null {
  if (document.receivedOn > day) return null;
  const taken = <Step extends { readonly on: CalendarDate }>(step: Step | null): Step | null =>
    step !== null && step.on <= day ? step : null;
  const [extension, answer] = [taken(document.extension), taken(document.answer)];
  const [objection, decision] = [taken(document.objection), taken(document.decision)];
  const dispute = taken(document.dispute);
  const isExtendedLater = document.extension !== null && extension === null;
  const on = {
    ...document,
    ...{ extension, answer, objection, decision, dispute },
    dueOn: isExtendedLater ? document.extension.from : document.dueOn,
  };
  return { ...on, status: statusOf(on), openUntil: openUntil(on) };
}

function statusOf({
  answer,
  objection,
  decision,
  dispute,
}: InformationDocument): InformationDocument['status'] {
  if (dispute !== null) return 'disputed';
  if (decision !== null) return 'decided';
  if (objection !== null) return 'objected';
  return answer === null ? 'open' : 'answered';
}
