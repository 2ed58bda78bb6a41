import type { SubIndicatorResult } from '../scorecard/events';
import type { DecimalText } from '../values';
import type { EvidenceEvent } from './events';

export type UploadState = 'waiting' | 'verified' | 'returned' | 'late';

export interface Upload {
  readonly receipt: string;
  readonly document: string;
  readonly state: UploadState;
  /** Null unless verified. */
  readonly points: DecimalText | null;
  readonly submittedBy: string;
}

export interface EvidenceState {
  /** Events so far: the revision of the next one, and thereby the next receipt. */
  readonly revision: number;
  /** In the order of recording. */
  readonly uploads: readonly Upload[];
  /** What was counted; null until it is. */
  readonly counted: SubIndicatorResult | null;
}

export const initialState = (): EvidenceState => ({ revision: 0, uploads: [], counted: null });

/** The latest upload of a document that was in time, whatever became of it. */
export const standingUpload = ({ uploads }: EvidenceState, document: string): Upload | undefined =>
  uploads.findLast((upload) => upload.document === document && upload.state !== 'late');

function reviewed(
  { uploads }: EvidenceState,
  receipt: string,
  review: Pick<Upload, 'state' | 'points'>,
): readonly Upload[] {
  return uploads.map((upload) => (upload.receipt === receipt ? { ...upload, ...review } : upload));
}

function next(state: EvidenceState, event: EvidenceEvent): Omit<EvidenceState, 'revision'> {
  switch (event.type) {
    case 'EvidenceSubmitted': {
      const { receipt, document, late, submittedBy } = event.data;
      const upload = { receipt, document, points: null, submittedBy };
      const uploads = [...state.uploads, { ...upload, state: late ? 'late' : 'waiting' } as const];
      return { uploads, counted: state.counted };
    }
    case 'EvidenceVerified': {
      const { receipt, points } = event.data;
      return { ...state, uploads: reviewed(state, receipt, { state: 'verified', points }) };
    }
    case 'EvidenceReturned':
      return {
        ...state,
        uploads: reviewed(state, event.data.receipt, { state: 'returned', points: null }),
      };
    case 'EvidenceCounted': {
      const { subIndicator, points, maximumPoints, zeroBecause } = event.data;
      return { ...state, counted: { subIndicator, points, maximumPoints, zeroBecause } };
    }
  }
}

export const evolve = (state: EvidenceState, event: EvidenceEvent): EvidenceState => {
  const after = next(state, event);
  return { revision: state.revision + 1, uploads: after.uploads, counted: after.counted };
};
