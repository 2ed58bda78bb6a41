import { type Decider, type Decision, refused } from '../decider';
import { amendScore } from './amend-score';
import { assignIndicator } from './assign-indicator';
import { closeCycle } from './close-cycle';
import type { ScorecardCommand } from './commands';
import type { ScorecardEvent } from './events';
import { evolve } from './evolve';
import { finaliseScorecard } from './finalise-scorecard';
import { openScorecard } from './open-scorecard';
import { recordAreaScores } from './record-area-scores';
import { recordPublishedScore } from './record-published-score';
import { scoreIndicator } from './score-indicator';
import { notFound } from './scoring-rules';
import { initialState, type ScorecardState } from './state';

function decide(state: ScorecardState, command: ScorecardCommand): Decision<ScorecardEvent> {
  if (command.type === 'OpenScorecard') return openScorecard(state, command);
  if (state.status === 'unopened') return refused(notFound());
  switch (command.type) {
    case 'AssignIndicator':
      return assignIndicator(state, command);
    case 'CloseCycle':
      return closeCycle(state, command);
    case 'ScoreIndicator':
      return scoreIndicator(state, command);
    case 'RecordAreaScores':
      return recordAreaScores(state, command);
    case 'RecordPublishedScore':
      return recordPublishedScore(state, command);
    case 'FinaliseScorecard':
      return finaliseScorecard(state, command);
    case 'AmendScore':
      return amendScore(state, command);
  }
}

/** The rules of one region's scorecard in one instrument and year. */
export const scorecard: Decider<ScorecardState, ScorecardCommand, ScorecardEvent> = {
  initialState,
  decide,
  evolve,
};
