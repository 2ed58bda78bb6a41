import { declarationStream } from '@jejak/domain';
import {
  declaration,
  type DeclarationState,
  isObligor,
  lastDayOfYear,
  yearOf,
} from '@jejak/domain/declaration';

import { commandsOn } from '../edge/command-on';
import { approvedCalendars, policyByDay, policyOn } from '../edge/policy';
import { regionRegistered } from '../edge/region-registered';
import {
  EndObligationBody,
  RecordFilingBody,
  RegisterObligorBody,
  SupplementFilingBody,
  VerifyFilingBody,
} from './declaration.bodies';

const onDeclaration = commandsOn(declaration, declarationStream);

const itsRegion = (_: unknown, state: DeclarationState): string | undefined =>
  isObligor(state) ? state.key.region : undefined;

export const registerObligor = onDeclaration(RegisterObligorBody, {
  action: 'declaration.register-obligor',
  region: ({ body }) => body.region,
  refer: async (ledger, { body: { region, since, firstYear } }) => ({
    regionRegistered: await regionRegistered(ledger, region),
    terms: await policyOn(
      ledger,
      'declaration-terms',
      typeof firstYear === 'number' ? lastDayOfYear(firstYear) : since,
    ),
  }),
  command: ({ key, body }, references) => ({
    type: 'RegisterObligor',
    ...key,
    region: body.region,
    field: body.field,
    title: body.title,
    since: body.since,
    firstYear: body.firstYear ?? null,
    ...references,
  }),
});

export const endObligation = onDeclaration(EndObligationBody, {
  action: 'declaration.end-obligation',
  region: itsRegion,
  refer: (ledger, { body }) => policyOn(ledger, 'declaration-terms', body.endedOn),
  command: ({ key, body }, terms) => ({
    type: 'EndObligation',
    ...key,
    endedOn: body.endedOn,
    ground: body.ground,
    terms,
  }),
});

export const recordFiling = onDeclaration(RecordFilingBody, {
  action: 'declaration.record-filing',
  region: itsRegion,
  refer: async (ledger, { body: { kind, occasionOn } }) => {
    const on = await policyByDay(ledger, 'declaration-terms');
    const next = lastDayOfYear(yearOf(occasionOn) + (kind === 'periodic' ? 1 : 0));
    return { terms: on(occasionOn), nextTerms: on(next) };
  },
  command: ({ key, body }, references) => ({
    type: 'RecordFiling',
    ...key,
    kind: body.kind,
    occasionOn: body.occasionOn,
    filedOn: body.filedOn,
    receipt: body.receipt,
    ...references,
  }),
});

export const verifyFiling = onDeclaration(VerifyFilingBody, {
  action: 'declaration.verify-filing',
  region: itsRegion,
  refer: async (ledger, { body: { verifiedOn } }) => ({
    terms: await policyOn(ledger, 'declaration-terms', verifiedOn),
    calendars: await approvedCalendars(ledger),
  }),
  command: ({ key, body }, references) => ({
    type: 'VerifyFiling',
    ...key,
    filing: body.filing,
    result: body.result,
    verifiedOn: body.verifiedOn,
    notice: body.notice ?? null,
    ...references,
  }),
});

export const supplementFiling = onDeclaration(SupplementFilingBody, {
  action: 'declaration.supplement-filing',
  region: itsRegion,
  refer: approvedCalendars,
  command: ({ key, body }, calendars) => ({
    type: 'SupplementFiling',
    ...key,
    filing: body.filing,
    suppliedOn: body.suppliedOn,
    receipt: body.receipt,
    calendars,
  }),
});
