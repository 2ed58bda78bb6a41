import { pactBreachStream, pactStream } from '@jejak/domain';
import { pact, pactBreach } from '@jejak/domain/pact';

import { commandsOn } from '../edge/command-on';
import { ConcludeBreachBody, ReportBreachBody } from './breach.bodies';

const onBreach = commandsOn(pactBreach, pactBreachStream);

export const reportPactBreach = onBreach(ReportBreachBody, {
  action: 'pact.report-breach',
  region: ({ body }) => body.region,
  refer: async (ledger, { body }) => ({
    // To the end: who signed grows until publication.
    pactState: await ledger.refer(pact, pactStream(body.pact), () => false),
    appealed: body.appealOf
      ? await ledger.refer(
          pactBreach,
          pactBreachStream(body.appealOf),
          ({ status }) => status === 'concluded',
        )
      : null,
  }),
  command: ({ key, body }, { pactState, appealed }) => ({
    type: 'ReportPactBreach',
    breach: key,
    region: body.region,
    pact: body.pact,
    position: body.position,
    obligations: [...body.obligations],
    reporter: body.reporter,
    reportedOn: body.reportedOn,
    appealOf: body.appealOf ?? null,
    pactState,
    appealed,
  }),
});

export const concludePactBreach = onBreach(ConcludeBreachBody, {
  action: 'pact.conclude-breach',
  region: (_, state) => (state.status === 'unreported' ? undefined : state.report.region),
  command: ({ body }) => ({
    type: 'ConcludePactBreach',
    finding: body.finding,
    sanctionReference: body.sanctionReference ?? null,
    reason: body.reason,
    concludedOn: body.concludedOn,
  }),
});
