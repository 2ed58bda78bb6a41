import { CorruptStreamError } from '../corrupt-stream';
import type {
  AreaScoresRecorded,
  IndicatorAssigned,
  IndicatorScored,
  ScoreAmended,
  PublishedScoreRecorded,
  ScorecardEvent,
  ScorecardFinalised,
  ScorecardOpened,
} from './events';
import { isAt } from './leads';
import type {
  AreaAssessment,
  Finalisation,
  OpenedScorecard,
  Publication,
  ScorecardInProgress,
  ScorecardState,
} from './state';

const publicationOf = (data: PublishedScoreRecorded['data']): Publication => ({
  publication: data.publication,
  value: data.value,
  status: data.status,
  asOf: data.asOf,
  source: data.source,
  publishedRank: data.publishedRank,
  computed: data.computed,
  difference: data.difference,
  claimedBand: data.claimedBand,
  band: data.band,
  amendedTo: null,
});

const finalisationOf = (data: ScorecardFinalised['data']): Finalisation => ({
  computed: data.computed,
  areas: data.areas,
  countedAsZero: data.countedAsZero,
  subIndicators: data.subIndicators,
  band: data.band,
  amendedTo: null,
});

const opened = (data: ScorecardOpened['data']): ScorecardInProgress => ({
  status: 'open',
  opened: data,
  assessments: data.areas.map((area) => ({ area: area.id, recorded: null, indicators: [] })),
  publications: [],
  assignments: [],
  closed: null,
});

function assigned(
  state: OpenedScorecard,
  { area, indicator, subIndicator, unit }: IndicatorAssigned['data'],
): OpenedScorecard {
  const place = { area, indicator, subIndicator };
  const others = state.assignments.filter((known) => !isAt(known, place));
  return { ...state, assignments: [...others, { ...place, unit }] };
}

function withPoints(
  before: AreaAssessment,
  { indicator, points, maximumPoints }: IndicatorScored['data'],
): AreaAssessment {
  const others = before.indicators.filter((scored) => scored.indicator !== indicator);
  return {
    ...before,
    recorded: null,
    indicators: [...others, { indicator, points, maximumPoints }],
  };
}

function withAreaScore(
  before: AreaAssessment,
  { scores }: AreaScoresRecorded['data'],
): AreaAssessment {
  const found = scores.find(({ area }) => area === before.area);
  return found ? { ...before, recorded: found.score } : before;
}

function amended(state: OpenedScorecard, event: ScoreAmended): OpenedScorecard {
  const { subject, to } = event.data;
  if (subject !== 'finalised') {
    const publications = state.publications.map((publication) =>
      publication.publication === subject ? { ...publication, amendedTo: to } : publication,
    );
    return { ...state, publications };
  }
  if (state.status === 'open') throw new CorruptStreamError(event.type, state.status);
  return { ...state, finalised: { ...state.finalised, amendedTo: to } };
}

/** An area counts by the latest fact about it: its own score, or the points of its indicators. */
export function evolve(state: ScorecardState, event: ScorecardEvent): ScorecardState {
  if (state.status === 'unopened') {
    if (event.type === 'ScorecardOpened') return opened(event.data);
    throw new CorruptStreamError(event.type, state.status);
  }
  if (event.type === 'ScoreAmended') return amended(state, event);
  if (event.type === 'PublishedScoreRecorded') {
    return { ...state, publications: [...state.publications, publicationOf(event.data)] };
  }
  if (event.type === 'IndicatorAssigned') return assigned(state, event.data);
  if (state.status === 'finalised') throw new CorruptStreamError(event.type, state.status);
  switch (event.type) {
    case 'IndicatorScored':
      return {
        ...state,
        assessments: state.assessments.map((area) =>
          area.area === event.data.area ? withPoints(area, event.data) : area,
        ),
      };
    case 'AreaScoresRecorded':
      return {
        ...state,
        assessments: state.assessments.map((area) => withAreaScore(area, event.data)),
      };
    case 'ScorecardFinalised':
      return {
        ...state,
        status: 'finalised',
        finalised: finalisationOf(event.data),
      };
    case 'CycleClosed':
      if (state.closed !== null) throw new CorruptStreamError(event.type, 'closed');
      return { ...state, closed: event.data };
    case 'ScorecardOpened':
      throw new CorruptStreamError(event.type, state.status);
  }
}
