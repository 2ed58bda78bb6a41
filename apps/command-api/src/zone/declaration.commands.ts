import { zoneDeclarationStream } from '@jejak/domain';
import { zoneDeclaration } from '@jejak/domain/zone';

import { commandsOn } from '../edge/command-on';
import { optionalSourceFrom } from '../edge/parts';
import { policyOn } from '../edge/policy';
import { regionRegistered } from './references';
import { type CoverageBody, DeclareZoneBody, RecordCoverageBody } from './zone.bodies';

const onDeclaration = commandsOn(zoneDeclaration, zoneDeclarationStream);

const coverageFrom = ({ staff, signed }: CoverageBody) => ({ staff, signed });

export const declareZone = onDeclaration(DeclareZoneBody, {
  action: 'zone.declare',
  region: ({ key }) => key,
  refer: async (ledger, { key, body }) => ({
    regionRegistered: await regionRegistered(ledger, key),
    sheet: await policyOn(ledger, 'zone-sheet', body.declaredOn),
  }),
  command: ({ key, body }, references) => ({
    type: 'DeclareZone',
    region: key,
    declaredOn: body.declaredOn,
    publication: body.publication,
    witnesses: [...(body.witnesses ?? [])],
    coverage: coverageFrom(body.coverage),
    source: optionalSourceFrom(body.source),
    ...references,
  }),
});

export const recordCoverage = onDeclaration(RecordCoverageBody, {
  action: 'zone.record-coverage',
  region: ({ key }) => key,
  command: ({ key, body }) => ({
    type: 'RecordPactCoverage',
    region: key,
    asOf: body.asOf,
    coverage: coverageFrom(body.coverage),
  }),
});

export const declarationHandlers = [declareZone.handler, recordCoverage.handler];
