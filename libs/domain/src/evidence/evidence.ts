import type { Decider, Decision } from '../decider';
import type { EvidenceCommand } from './commands';
import { countEvidence } from './count-evidence';
import type { EvidenceEvent } from './events';
import { returnEvidence } from './return-evidence';
import { type EvidenceState, evolve, initialState } from './state';
import { submitEvidence } from './submit-evidence';
import { verifyEvidence } from './verify-evidence';

function decide(state: EvidenceState, command: EvidenceCommand): Decision<EvidenceEvent> {
  switch (command.type) {
    case 'SubmitEvidence':
      return submitEvidence(state, command);
    case 'VerifyEvidence':
      return verifyEvidence(state, command);
    case 'ReturnEvidence':
      return returnEvidence(state, command);
    case 'CountEvidence':
      return countEvidence(state, command);
  }
}

/**
 * The evidence of one sub-indicator in one scorecard.
 *
 * It has a stream of its own, because a region-year has up to some 2,000 facts about some 660
 * documents, and in the last week before a closing many services write one region's at a time: in
 * one stream they would all wait for each other, and a command that finds the stream out of memory
 * would read all of it. Measured, 1,980 facts (620 kB) took 170 times as long to parse as the 15 of
 * a usual sub-indicator, and 460 times as long to fold. Here a command reads a handful of events and
 * competes with nobody who works on another sub-indicator.
 *
 * What concerns the whole scorecard stays correct all the same. *Late* is a matter of instants: the
 * end of the uploads is one instant, announced by the framework or, at least `closingNotice` before
 * it comes, by a command; whoever takes an upload in has read it within `closingReadFor`.
 * *Counting* comes before finalising: each stream is told that it is counted, by an append that
 * expects the stream as it was read, and takes no review afterwards; the finalised score is made of
 * what was counted, and of nothing that could still change. Finalising again after a breakdown goes
 * on where it ended. That a document was handed in elsewhere before hinders nobody, and is for the
 * views to say, which see every upload in one order.
 */
export const evidence: Decider<EvidenceState, EvidenceCommand, EvidenceEvent> = {
  initialState,
  decide,
  evolve,
};
