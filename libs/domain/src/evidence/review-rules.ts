import type { Refusal } from '../decider';
import { reachesBeyond } from '../rules/jurisdiction';
import { refusal } from '../rules/refusal';
import type { ReturnEvidence, VerifyEvidence } from './commands';
import { type EvidenceState, standingUpload, type Upload } from './state';

type Review = VerifyEvidence | ReturnEvidence;

/**
 * MCP is scored by KPK, the Ministry of Home Affairs and BPKP (guide of 2023), not by the region: who
 * answers for nothing above the region is part of it. And nobody reviews their own upload.
 */
export function reviewerMustBeOutside(
  { submittedBy }: Upload,
  { jurisdiction, region, actor }: Review,
): Refusal | null {
  if (submittedBy === actor.id) {
    return refusal(
      'evidence.reviewer-is-submitter',
      `${actor.id} handed it in`,
      'Let somebody else review it.',
    );
  }
  return reachesBeyond(jurisdiction, region)
    ? null
    : refusal(
        'evidence.reviewer-inside',
        `the reviewer's jurisdiction (${jurisdiction.join(', ')}) does not reach beyond ${region}`,
        'Let somebody review it who answers for the province or for the whole country.',
      );
}

/** Only the upload that stands for its document is reviewed, and only before it is counted. */
export function mustStand(
  state: EvidenceState,
  { receipt, document, state: now }: Upload,
): Refusal | null {
  if (state.counted !== null) {
    return refusal(
      'evidence.counted',
      `it was counted at ${state.counted.points} of ${state.counted.maximumPoints} points`,
      'Correct the finalised score by an amendment with reason and decision.',
    );
  }
  if (now === 'late') {
    return refusal(
      'evidence.late',
      `${receipt} was handed in after the uploads had ended`,
      'It is kept and not scored; a decision can amend the finalised score.',
      'receipt',
    );
  }
  const standing = standingUpload(state, document);
  return standing?.receipt === receipt
    ? null
    : refusal(
        'evidence.replaced',
        `${receipt} was replaced by ${standing?.receipt ?? 'another upload'}`,
        `Review ${standing?.receipt ?? 'the latest upload'}.`,
        'receipt',
      );
}

export const receiptUnknown = ({ receipt, subIndicator }: Review): Refusal =>
  refusal(
    'evidence.receipt-unknown',
    `sub-indicator ${subIndicator} has no upload ${receipt}`,
    'Use the receipt of one of its uploads.',
    'receipt',
  );
