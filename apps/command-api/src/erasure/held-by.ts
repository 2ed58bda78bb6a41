import { complaintStream, reporterStream } from '@jejak/domain';
import { complaint, isFiled, isSealed, reporter } from '@jejak/domain/complaint';
import { type Ledger } from '@jejak/event-store';

/**
 * Regions whose offices sealed something under a subject, as the log says: of a complaint what it says
 * and was answered, of a reporter who they are. Whatever else is sealed one day must be asked here, or
 * nobody can have it erased.
 */
export async function heldBy(ledger: Ledger, subject: string): Promise<readonly string[]> {
  const filed = await ledger.refer(complaint, complaintStream(subject), isFiled);
  const sealed = await ledger.refer(reporter, reporterStream(subject), isSealed);
  const regions = [
    ...(isFiled(filed) ? [filed.key.region] : []),
    ...(isSealed(sealed) ? [sealed.key.region] : []),
  ];
  return [...new Set(regions)];
}
