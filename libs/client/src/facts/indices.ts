import type { ClientCommand } from '../client-command';
import { command } from './command';
import type { FactsFile } from './facts-file';
import { sourceOf } from './sources';

/** In the order of the file, which numbers what several sources say of one index. */
export const indexRecords = ({ indices, sources }: FactsFile): ClientCommand[] =>
  indices.map((fact) =>
    command(`/v1/indices/${fact.kind}/${fact.subject}/${fact.year}/record`, {
      value: String(fact.value),
      claimedBand: fact.claimedBand ?? null,
      claimedAs: fact.claimedAs ?? null,
      respondents: fact.respondents ?? null,
      publishedOn: fact.publishedOn ?? null,
      source: sourceOf(sources, fact.source),
    }),
  );
