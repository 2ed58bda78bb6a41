import { disputeStream } from '@jejak/domain';
import { dispute } from '@jejak/domain/dispute';

import { commandsOn } from '../edge/command-on';
import { sourceFrom } from '../edge/parts';
import { ofRegions } from '../edge/unregistered';
import { RecordClaimBody } from './dispute.bodies';

/**
 * A claim is about the results of many regions: recording it needs the jurisdiction over all. What
 * was said is a fact also where it names a region that nobody registered: that is told, not refused.
 */
export const recordClaim = commandsOn(dispute, disputeStream)(RecordClaimBody, {
  action: 'dispute.record-claim',
  region: () => null,
  unregistered: (ledger, { body }) => ofRegions(ledger, 'about', body.about ?? []),
  command: ({ key, body }) => ({
    type: 'RecordClaim',
    instrument: key.instrument,
    year: key.year,
    by: body.by,
    date: body.date,
    text: body.text,
    about: (body.about ?? []).map(({ region, rank }) => ({ region, rank: rank ?? null })),
    source: sourceFrom(body.source),
  }),
});
