import { type Role } from '@jejak/access';
import {
  type ClientCommand,
  type ImportPhase,
  type ImportSummary,
  createJejakClient,
  factsOf,
  importOfFacts,
  runImport,
} from '@jejak/client';
import { type RankingReply } from '@jejak/views';

import { cp } from 'node:fs/promises';

import facts from '../../../apps/cli/data/banten-facts.json';
import { readToImport } from '../../../apps/cli/src/import-source';
import { factsFolder } from './facts-folder';
import { get, type Identity, tokenOf } from './http';
import { newDataFolder, type Service, startService } from './service';
import { headOf } from './streams';

export { facts };

/** The published facts of Banten as commands. */
export const factPhases = (): readonly ImportPhase[] => importOfFacts(factsOf(facts)).phases;

/** The policies that come with Jejak, and then the facts that rest on them. */
export const policyAndFactPhases = async (): Promise<readonly ImportPhase[]> => [
  ...(await readToImport('policies')).phases,
  ...factPhases(),
];

export const commandsIn = (phases: readonly ImportPhase[]): number =>
  phases.reduce((sum, { commands }) => sum + commands.length, 0);

const identities: { readonly [Who in ClientCommand['as']]?: Identity } = {
  system: { as: 'operator', kind: 'system', subject: 'demo-system' },
  minister: { as: 'evaluator', subject: 'demo-minister' },
};

const identityOf = (as: ClientCommand['as']): Identity => identities[as] ?? { as: as as Role };

/** A command over HTTP, with the identities an import needs. */
export function senderFor(service: Service, tries?: number) {
  const tokens = new Map<string, Promise<string>>();
  const tokenFor = (as: ClientCommand['as']): Promise<string> => {
    const known = tokens.get(as) ?? tokenOf(service, identityOf(as));
    tokens.set(as, known);
    return known;
  };
  const client = createJejakClient({
    url: service.url,
    tokenFor,
    ...(tries === undefined ? {} : { tries }),
  });
  return (command: ClientCommand) => client.send(command);
}

/** Imports policies and published facts; every command must be accepted. */
export async function importFacts(service: Service): Promise<ImportSummary> {
  const summary = await runImport({
    phases: await policyAndFactPhases(),
    send: senderFor(service),
  });
  expect(summary.refused).toEqual([]);
  return summary;
}

/**
 * Starts a service on a copy of the data folder in which policies and published facts are recorded, for
 * suites that are about what comes after; `position` is that of the last of them, seen by every view.
 */
export async function startWithFacts(): Promise<{ service: Service; position: string }> {
  const recorded = process.env[factsFolder];
  if (recorded === undefined) throw new Error('no facts were recorded before the suites');
  const data = await newDataFolder();
  await cp(recorded, data, { recursive: true });
  const service = await startService(data);
  return { service, position: await headOf(service) };
}

export type PositionedRanking = RankingReply & { readonly position: string | null };

/** Asks for a ranking of Banten, once the views have reached a position. */
export async function rankingOf(
  service: Service,
  question: Readonly<Record<string, string>>,
  after?: string | null,
): Promise<PositionedRanking> {
  const query = new URLSearchParams({ instrument: 'MCP', province: '36', ...question });
  const headers = after ? { 'jejak-after': after } : undefined;
  const answer = await get<PositionedRanking>(service, `/v1/rankings?${query.toString()}`, headers);
  expect(answer.status).toBe(200);
  return answer.body;
}
