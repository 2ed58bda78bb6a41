import type { ClientCommand } from '../client-command';
import { command } from './command';
import type { FactsFile } from './facts-file';
import { slugOf } from './plans';
import { sourceOf } from './sources';

/** Those formed are counted as the source counts them; those to be assessed were only announced. */
export function trainingRecords({ trainings = [], sources }: FactsFile): ClientCommand[] {
  return trainings.flatMap((fact) => {
    const period = fact.year === undefined ? null : String(fact.year);
    const path = `/v1/trainings/${fact.region}-${slugOf(fact.programme)}-${fact.date ?? period ?? ''}`;
    const source = sourceOf(sources, fact.source);
    return [
      command(`${path}/open`, { region: fact.region, title: fact.programme, period, source }),
      ...(fact.date === undefined
        ? []
        : [
            command(`${path}/hold-session`, {
              session: fact.date,
              date: fact.date,
              place: fact.place ?? null,
              speaker: fact.speaker ?? null,
              audience: [...(fact.audience ?? [])],
              source,
            }),
          ]),
      ...(fact.formed === undefined
        ? []
        : [command(`${path}/count-participants`, { group: 'formed', count: fact.formed, source })]),
      ...(fact.toBeAssessed === undefined
        ? []
        : [command(`${path}/announce-assessment`, { count: fact.toBeAssessed, source })]),
    ];
  });
}
