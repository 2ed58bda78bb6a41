import { disputeStream } from '@jejak/domain';
import { dispute } from '@jejak/domain/dispute';

import { commandsOn } from '../edge/command-on';
import { sourceFrom } from '../edge/parts';
import { RecordClaimBody } from './dispute.bodies';

/** A claim is about the results of many regions: recording it needs the jurisdiction over all. */
export const recordClaim = commandsOn(dispute, disputeStream)(RecordClaimBody, {
  action: 'dispute.record-claim',
  region: () => null,
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
