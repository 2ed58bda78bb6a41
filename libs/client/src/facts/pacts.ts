import type { ClientCommand } from '../client-command';
import { command } from './command';
import type { FactsFile, PactFact } from './facts-file';
import { sourceOf } from './sources';

export function pactTextPublications({ pactTexts }: FactsFile): ClientCommand[] {
  return pactTexts.map((fact) =>
    command(`/v1/pact-texts/${fact.version}/publish`, {
      title: fact.title,
      legalBasis: fact.legalBasis,
      clauses: Object.entries(fact.clauses).map(([obligation, text]) => ({ obligation, text })),
    }),
  );
}

/** Draft, signatures, witnesses; published where the press covered the signing in public. */
export function pactRecords({ pacts, sources }: FactsFile): ClientCommand[] {
  return pacts.flatMap((fact) => {
    const path = `/v1/pacts/${fact.id}`;
    const source = sourceOf(sources, fact.source);
    const signatories = fact.signatories ?? [];
    const witnesses = fact.witnesses ?? [];
    return [
      command(`${path}/draft`, {
        region: fact.region,
        textVersion: fact.textVersion,
        occasion: fact.occasion,
        date: fact.date,
        place: fact.place ?? null,
        symbolicSigners: symbolicSigners(fact),
        source,
      }),
      ...signatories.map(({ position, name, outside, region }) =>
        command(`${path}/sign`, {
          position,
          name: name ?? null,
          outside: outside ?? false,
          ...(region === undefined || region === fact.region ? {} : { region }),
          signedOn: fact.date,
        }),
      ),
      ...witnesses.map(({ position, name }) =>
        command(`${path}/witness`, { position, name: name ?? null, witnessedOn: fact.date }),
      ),
      ...(signatories.length > 0 && witnesses.length > 0
        ? [
            command(`${path}/publish`, {
              publishedOn: fact.date,
              publicationReference: source.citation,
            }),
          ]
        : []),
    ];
  });
}

/** Heads of offices (OPD) and heads of districts (camat), whom the source only counts. */
function symbolicSigners({
  symbolicSigners: counted,
  uncountedGroups = [],
}: PactFact): { group: string; count: number | null }[] {
  const groups = [
    { group: 'Kepala OPD', count: counted?.opdHeads },
    { group: 'Camat', count: counted?.camat },
  ];
  return [
    ...groups.flatMap(({ group, count }) => (count === undefined ? [] : [{ group, count }])),
    ...uncountedGroups.map((group) => ({ group, count: null })),
  ];
}
