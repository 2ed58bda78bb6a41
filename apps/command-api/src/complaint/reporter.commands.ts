import { requirePermission } from '@jejak/access';
import { reporterStream } from '@jejak/domain';
import { isSealed, reporter, type ReporterState } from '@jejak/domain/complaint';

import { commandsOn } from '../edge/command-on';
import { regionRegistered } from '../edge/region-registered';
import { ApproveUnmaskingBody, RequestUnmaskingBody, SealReporterBody } from './complaint.bodies';

const onReporter = commandsOn(reporter, reporterStream);

const itsRegion = (_: unknown, state: ReporterState): string | undefined =>
  isSealed(state) ? state.key.region : undefined;

/** Where a sealed identity stands; it opens nowhere else. */
export const identityPlace = (id: string): string => `${reporterStream(id)}/identity`;

export const sealReporter = onReporter(SealReporterBody, {
  action: 'reporter.seal',
  personal: true,
  region: ({ body }) => body.region,
  refer: async (ledger, { key, body, principal }, vault) => {
    requirePermission(principal, 'reporter.seal', body.region);
    const identity = JSON.stringify({ name: body.name, contact: body.contact });
    return {
      regionRegistered: await regionRegistered(ledger, body.region),
      sealedIdentity: await vault.seal(key, identityPlace(key), identity),
    };
  },
  command: ({ key, body }, references) => ({
    type: 'SealReporter',
    reporter: key,
    region: body.region,
    ...references,
  }),
});

export const requestUnmasking = onReporter(RequestUnmaskingBody, {
  action: 'reporter.request-unmasking',
  region: itsRegion,
  command: ({ key, body }) => ({
    type: 'RequestUnmasking',
    reporter: key,
    legalBasis: body.legalBasis,
  }),
});

export const approveUnmasking = onReporter(ApproveUnmaskingBody, {
  action: 'reporter.approve-unmasking',
  region: itsRegion,
  command: ({ key }) => ({ type: 'ApproveUnmasking', reporter: key }),
});
