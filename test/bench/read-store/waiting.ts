import type { Crew } from '../processes/crew';
import type { DocumentClient, Waits } from '../processes/document-client';
import { say } from '../projections/log-crew';
import type { NodePair } from './crew';
import type { ReadStoreScale } from './scale';

/** How long one client waits for its pings while another scans, and while nobody does. */
export interface Waiting {
  readonly alone: Waits;
  readonly beside: Waits;
  readonly scans: number;
  /** Documents of each scan. */
  readonly documents: number;
}

export async function measureWaiting(
  crew: Crew,
  { client, connectionString }: NodePair,
  { documents, waitSeconds }: ReadStoreScale,
): Promise<Waiting> {
  say('pings beside a scan');
  const other = await crew.start<DocumentClient>('document-client', { connectionString });
  await other.call('pings', 1);
  const alone = await other.call('pings', waitSeconds);
  const [scans, beside] = await Promise.all([
    client.call('scan', { collection: 'plain', seconds: waitSeconds }),
    other.call('pings', waitSeconds),
  ]);
  await other.stop();
  return { alone, beside, scans, documents };
}
