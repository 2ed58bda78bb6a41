import { pactCoverageStream, regionStream } from '@jejak/domain';
import { pactCoverage } from '@jejak/domain/pact';
import { isRegistered, region } from '@jejak/domain/region';

import { commandsOn } from '../edge/command-on';
import { sourceFrom } from '../edge/parts';
import { ofUnit } from '../edge/unregistered';
import { RecordPactCoverageBody } from './pact.bodies';

const onCoverage = commandsOn(pactCoverage, pactCoverageStream);

export const recordPactCoverage = onCoverage(RecordPactCoverageBody, {
  action: 'pact.record-coverage',
  region: ({ key }) => key.region,
  unregistered: (ledger, { key }) => ofUnit(ledger, key.region, key.unit),
  refer: (ledger, { key }) => ledger.refer(region, regionStream(key.region), isRegistered),
  command: ({ key, body }, regionState) => ({
    type: 'RecordPactCoverage',
    ...key,
    unitName: body.unitName,
    staff: body.staff,
    signed: body.signed,
    asOf: body.asOf,
    source: sourceFrom(body.source),
    regionRegistered: isRegistered(regionState),
  }),
});
