import type { ClientCommand } from '../client-command';
import { command } from './command';
import type { FactsFile } from './facts-file';
import { sourceOf } from './sources';

/** Where articles disagree about a detail, everything they say is recorded. */
export function supervisionRecords({ supervision = [], sources }: FactsFile): ClientCommand[] {
  return supervision.flatMap((fact) => {
    const path = `/v1/supervision/${fact.region}-${fact.date}`;
    const source = sourceOf(sources, fact.source);
    return [
      command(`${path}/record-meeting`, {
        region: fact.region,
        title: fact.kind,
        date: fact.date,
        place: fact.place,
        organiser: fact.by,
        participants: [...(fact.participants ?? [])],
        source,
      }),
      ...(fact.disagreements ?? []).flatMap(({ detail, values }) =>
        values.map((value) => command(`${path}/claim-detail`, { detail, value, source })),
      ),
    ];
  });
}
