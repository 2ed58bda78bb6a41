import type { CycleClosed, IndicatorAssigned, ScorecardKey } from '@jejak/domain/scorecard/events';

const scorecard = ({ instrument, year, region }: ScorecardKey): string =>
  `${instrument} ${year} scorecard of ${region}`;

export const scorecardSentences = {
  IndicatorAssigned: (data: IndicatorAssigned['data']) =>
    `${data.unit} took the lead of ${data.subIndicator === null ? '' : `sub-indicator ${data.subIndicator} of `}indicator ${data.indicator} of area ${data.area} on the ${scorecard(data)}${data.replaces === null ? '' : ` from ${data.replaces}`}`,
  CycleClosed: (data: CycleClosed['data']) =>
    `The end of the uploads of the ${scorecard(data)} was set at ${data.closesAt}${data.decision === null ? '' : ` by ${data.decision}`}`,
};
