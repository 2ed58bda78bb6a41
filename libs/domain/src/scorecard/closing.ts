import type { Instant } from '../values';
import type { AssessedSubIndicator, ScorecardOpened } from './events';
import { instantAfter } from '../values/instant';
import type { OpenedScorecard, ScorecardState } from './state';

/**
 * How long before its instant a closing is recorded at the least, in milliseconds. Whoever takes an
 * upload in has read the scorecard less than `closingReadFor` before, so that no upload is judged in
 * ignorance of a closing; the difference is left to clocks that disagree. Jejak's own figure.
 */
export const closingNotice = 10_000;

/** For how long what was read of a closing may be relied on, in milliseconds. */
export const closingReadFor = 7_000;

/** Last instant of the uploads; null while nobody has announced one. */
export const closingOf = ({ opened, closed }: OpenedScorecard): Instant | null =>
  closed?.closesAt ?? opened.closesAt;

/** Whether uploads have ended; what is handed in at the very instant is in time. */
export const isClosed = (state: OpenedScorecard, at: Instant): boolean => {
  const closesAt = closingOf(state);
  return closesAt !== null && at > closesAt;
};

/** Whether no later command can change when uploads end. */
export const isClosingFinal = (state: OpenedScorecard, at: Instant): boolean =>
  state.closed !== null || isClosed(state, at);

/** Whether what is known of the closing holds for good, whichever clock somebody else goes by. */
export const isClosingCertain = (state: ScorecardState, at: Instant): boolean =>
  state.status !== 'unopened' && isClosingFinal(state, instantAfter(at, -closingNotice));

/** Where evidence goes: a sub-indicator and what it is part of. */
export interface EvidencePlace {
  readonly area: string;
  readonly indicator: string;
  readonly subIndicator: AssessedSubIndicator;
}

/** Every applicable sub-indicator, in the framework's order. */
export const evidencePlaces = ({
  areas,
}: Pick<ScorecardOpened['data'], 'areas'>): readonly EvidencePlace[] =>
  areas.flatMap((area) =>
    (area.indicators ?? []).flatMap((indicator) =>
      (indicator.subIndicators ?? []).map((subIndicator) => ({
        area: area.id,
        indicator: indicator.id,
        subIndicator,
      })),
    ),
  );
