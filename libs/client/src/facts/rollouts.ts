import type { ClientCommand } from '../client-command';
import { command } from './command';
import type { FactsFile, SystemRolloutFact } from './facts-file';
import { sourceOf } from './sources';

/** The levels of a government as the sources call them. */
const levels: Readonly<Record<string, string>> = {
  desa: 'village',
  kecamatan: 'district',
  kabupaten: 'region',
};

/**
 * What the sources say, and no more: a system that runs is live at the levels they name, its modules
 * not told apart. The system that another region adopts runs where it comes from, since nobody says.
 */
export function rolloutRecords({ systemRollouts = [], sources }: FactsFile): ClientCommand[] {
  return systemRollouts.flatMap((fact) => {
    const path = `/v1/rollouts/${fact.region}/${slugOf(fact.system)}`;
    const source = sourceOf(sources, fact.source);
    const { built, running, delegatedTo, adoptedFrom } = fact;
    return [
      ...(adoptedFrom === undefined ? [] : origin(adoptedFrom, fact, sources)),
      command(`${path}/plan`, {
        name: fact.system,
        modules: fact.kind ?? [slugOf(fact.system)],
        partner: fact.partner ?? null,
        promotedBy: fact.urgedBy ?? null,
        announcedOn: fact.announced ?? null,
        source,
      }),
      ...(built === undefined
        ? []
        : [command(`${path}/record-start`, { kind: 'built', on: String(built), source })]),
      ...(running === undefined
        ? []
        : [command(`${path}/record-start`, { kind: 'running', on: String(running), source })]),
      ...(fact.stages ?? []).map((stage) =>
        command(`${path}/record-live`, {
          level: levels[stage] ?? stage,
          since: running === undefined ? null : String(running),
          source,
        }),
      ),
      ...(adoptedFrom === undefined
        ? []
        : [
            command(`${path}/adopt`, {
              from: { region: adoptedFrom.region, name: adoptedFrom.system },
              aliases: aliasesOf(adoptedFrom, sources),
              source,
            }),
          ]),
      ...(delegatedTo === undefined
        ? []
        : [command(`${path}/delegate`, { office: delegatedTo, source })]),
    ];
  });
}

type Origin = NonNullable<SystemRolloutFact['adoptedFrom']>;

const aliasesOf = ({ alias, aliasSource }: Origin, sources: FactsFile['sources']): object[] =>
  alias === undefined || aliasSource === undefined
    ? []
    : [{ name: alias, source: sourceOf(sources, aliasSource) }];

function origin(from: Origin, fact: SystemRolloutFact, sources: FactsFile['sources']) {
  const path = `/v1/rollouts/${from.region}/${slugOf(from.system)}`;
  const source = sourceOf(sources, fact.source);
  return [
    command(`${path}/plan`, {
      name: from.system,
      modules: fact.kind ?? [slugOf(fact.system)],
      aliases: aliasesOf(from, sources),
      source,
    }),
    command(`${path}/record-live`, { level: 'region', since: null, source }),
  ];
}

const slugOf = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]+/g, '-');
