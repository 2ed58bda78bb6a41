import type { FrameworkContent } from '@jejak/domain/framework';
import { frameworkSha256 } from '@jejak/event-store';

import type { ClientCommand } from '../client-command';
import { command } from './command';
import type { FactsFile, FrameworkFact } from './facts-file';
import { sourceOf } from './sources';

const frameworkPath = ({ instrument, year }: FrameworkFact): string =>
  `/v1/frameworks/${instrument}/${year}`;

const scorecardPath = (region: string, fact: { instrument: string; year: number }): string =>
  `/v1/scorecards/${region}/${fact.instrument}/${fact.year}`;

/** A framework applies from the first day of its year; weights nobody published are assumed equal. */
const frameworkContent = (
  fact: FrameworkFact,
  sources: FactsFile['sources'],
): FrameworkContent => ({
  title: fact.title,
  effectiveFrom: `${fact.year}-01-01`,
  scale: { minimum: '0', maximum: '100' },
  decimalPlaces: 2,
  areas: fact.areas.map((area) => ({ ...area, weight: '1', indicators: null })),
  weightsBasis: 'assumed-equal',
  bands: fact.bands,
  closesAt: null,
  legalBasis: fact.legalBasis,
  source: sourceOf(sources, fact.source),
});

export const frameworkDrafts = ({ frameworks, sources }: FactsFile): ClientCommand[] =>
  frameworks.map((fact) =>
    command(`${frameworkPath(fact)}/draft`, { ...frameworkContent(fact, sources) }),
  );

/** What is published is what the file says: the first draft, by the digest the service makes of it. */
export const frameworkPublications = ({ frameworks, sources }: FactsFile): ClientCommand[] =>
  frameworks.map((fact) => {
    const { instrument, year } = fact;
    const content = frameworkContent(fact, sources);
    const read = { version: 1, contentSha256: frameworkSha256({ instrument, year, content }) };
    return command(`${frameworkPath(fact)}/publish`, read, 'verifier');
  });

export function scorecardOpenings({ publishedScores, areaScores }: FactsFile): ClientCommand[] {
  const paths = [
    ...publishedScores.flatMap((fact) =>
      Object.keys(fact.scores).map((region) => scorecardPath(region, fact)),
    ),
    ...areaScores.map((fact) => scorecardPath(fact.region, fact)),
  ];
  return [...new Set(paths)].map((path) => command(`${path}/open`, {}));
}

export function areaScoreRecords({ areaScores, sources }: FactsFile): ClientCommand[] {
  return areaScores.map((fact) =>
    command(`${scorecardPath(fact.region, fact)}/record-area-scores`, {
      scores: Object.entries(fact.areas).map(([area, score]) => ({ area, score: String(score) })),
      source: sourceOf(sources, fact.source),
    }),
  );
}

/** In the order of the file, which is the order of publication on each scorecard. */
export function publishedScoreRecords(
  { publishedScores, sources }: FactsFile,
  status: 'provisional' | 'final',
): ClientCommand[] {
  const ofStatus = publishedScores.filter((fact) => fact.status === status);
  return ofStatus.flatMap((fact) =>
    Object.entries(fact.scores).map(([region, value]) =>
      command(`${scorecardPath(region, fact)}/record-published-score`, {
        value: String(value),
        status: fact.status,
        asOf: fact.asOf,
        source: sourceOf(sources, fact.source),
        publishedRank: fact.publishedRanks?.[region] ?? null,
      }),
    ),
  );
}
