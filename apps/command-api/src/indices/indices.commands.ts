import { indexStream } from '@jejak/domain';
import { index, type IndexKey, regionOfSubject } from '@jejak/domain/indices';
import { type PolicyInForce } from '@jejak/domain/policy';
import { type Ledger } from '@jejak/event-store';

import { commandsOn } from '../edge/command-on';
import { sourceFrom } from '../edge/parts';
import { policyOn } from '../edge/policy';
import { regionRegistered } from '../edge/region-registered';
import { CorrectIndexBody, RecordIndexBody } from './indices.bodies';

const onIndex = commandsOn(index, indexStream);

/** A year is read by the scales that applied on its last day. */
const scales = (
  ledger: Ledger,
  { key }: { readonly key: IndexKey },
): Promise<PolicyInForce<'index-scales'> | null> =>
  policyOn(ledger, 'index-scales', `${key.year}-12-31`);

export const recordIndex = onIndex(RecordIndexBody, {
  action: 'index.record',
  region: ({ key }) => regionOfSubject(key.subject),
  refer: async (ledger, asked) => {
    const region = regionOfSubject(asked.key.subject);
    return {
      policy: await scales(ledger, asked),
      subjectRegistered: region === null || (await regionRegistered(ledger, region)),
    };
  },
  command: ({ key, body }, references) => ({
    type: 'RecordIndex',
    ...key,
    value: body.value,
    claimedBand: body.claimedBand ?? null,
    claimedAs: body.claimedAs ?? null,
    respondents: body.respondents ?? null,
    publishedOn: body.publishedOn ?? null,
    source: sourceFrom(body.source),
    ...references,
  }),
});

export const correctIndex = onIndex(CorrectIndexBody, {
  action: 'index.correct',
  region: ({ key }) => regionOfSubject(key.subject),
  refer: scales,
  command: ({ key, body }, policy) => ({
    type: 'CorrectIndex',
    ...key,
    publication: body.publication,
    to: body.to,
    reason: body.reason,
    policy,
  }),
});
