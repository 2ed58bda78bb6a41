import type { EvidencePlace } from '../scorecard/closing';
import type { SubIndicatorResult, ZeroReason } from '../scorecard/events';
import { compareDecimals, sumOf } from '../values/decimal';
import type { Upload } from './state';

type Reviewed = Pick<Upload, 'document' | 'state' | 'points'>;

/** The best thing that happened to any document says why there is nothing to count. */
function zeroReason(uploads: readonly Reviewed[]): ZeroReason {
  const is = (state: Upload['state']): boolean => uploads.some((upload) => upload.state === state);
  if (is('verified')) return 'no-points';
  if (is('waiting')) return 'waiting';
  if (is('returned')) return 'returned';
  return is('late') ? 'late' : 'not-uploaded';
}

/**
 * What a sub-indicator has earned: the sum of the points of its documents, each by the upload that
 * stands for it. What waits, was returned or came late earns nothing. `uploads` are in the order of
 * recording.
 */
export function standingPoints(
  { subIndicator: { id, documents, maximumPoints } }: EvidencePlace,
  uploads: readonly Reviewed[],
): SubIndicatorResult {
  const standing = documents.flatMap(
    ({ id: document }) =>
      uploads.findLast((upload) => upload.document === document && upload.state !== 'late') ?? [],
  );
  const points = sumOf(standing.map((upload) => upload.points ?? '0'));
  const late = uploads.filter(({ state }) => state === 'late');
  const zeroBecause =
    compareDecimals(points, '0') === 0 ? zeroReason([...standing, ...late]) : null;
  return { subIndicator: id, points, maximumPoints, zeroBecause };
}
