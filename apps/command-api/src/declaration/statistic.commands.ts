import { declarationStatisticStream } from '@jejak/domain';
import { declarationStatistic } from '@jejak/domain/declaration';

import { commandsOn } from '../edge/command-on';
import { sourceFrom } from '../edge/parts';
import { RecordComplianceStatisticBody } from './declaration.bodies';

const onStatistic = commandsOn(declarationStatistic, declarationStatisticStream);

/** A figure about the whole country, so about no single region. */
export const recordStatistic = onStatistic(RecordComplianceStatisticBody, {
  action: 'declaration.record-statistic',
  region: () => null,
  command: ({ key, body }) => ({
    type: 'RecordComplianceStatistic',
    year: key,
    asOf: body.asOf,
    field: body.field ?? null,
    obligors: body.obligors,
    submitted: body.submitted,
    complete: body.complete ?? null,
    source: sourceFrom(body.source),
  }),
});
