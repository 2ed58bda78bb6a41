import type { CalendarDate } from '@jejak/domain';

import type { ZoneDocument } from './zone-cycles';

/**
 * A cycle as far as it had come at the end of a day; null before its first step. A step of which only
 * the year is known counts as of 31 December of that year, the last day it can speak of.
 */
export function zoneOn(document: ZoneDocument, day: CalendarDate): ZoneDocument | null {
  const { year, results } = document;
  const isPast = (on: CalendarDate | null): boolean => (on ?? `${year}-12-31`) <= day;
  const steps = document.steps.filter(({ on }) => isPast(on));
  const stage = steps.at(-1)?.stage;
  if (stage === undefined) return null;
  const reached = (...stages: readonly string[]): boolean =>
    steps.some((step) => stages.includes(step.stage));
  const isDesignated = reached('designated');
  const checks = document.prerequisiteChecks.filter(({ checkedOn }) => checkedOn <= day);
  return {
    ...document,
    form: isDesignated ? document.form : null,
    target: isDesignated ? document.target : null,
    sheetVersion: isDesignated ? document.sheetVersion : null,
    unconfirmed: isDesignated ? document.unconfirmed : [],
    publishedOnly: document.publishedOnly || steps.every((one) => one.stage === 'declared'),
    stage,
    steps,
    results: {
      SELF: reached('self-assessed') ? results.SELF : null,
      TPI: reached('reviewed') ? results.TPI : null,
      TPN: reached('recommended') ? results.TPN : null,
    },
    prerequisites: checks.at(-1)?.prerequisites ?? null,
    prerequisiteChecks: checks,
    window: reached('proposed') ? document.window : null,
    reasons: reached('declined') ? document.reasons : [],
    overrideGround: reached('recommended') ? document.overrideGround : null,
    publications: document.publications
      .filter(({ declaredOn }) => isPast(declaredOn))
      .map((one) => (isPast(one.outcomeOn) ? one : { ...one, outcome: null, outcomeOn: null })),
  };
}
