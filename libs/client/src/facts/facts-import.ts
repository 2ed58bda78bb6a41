import type { ClientCommand } from '../client-command';
import type { ImportPhase } from '../import/run-import';
import { command } from './command';
import { claimRecords } from './disputes';
import { complianceStatistics } from './declarations';
import type { FactsFile, RegionFact } from './facts-file';
import { indexRecords } from './indices';
import { pactRecords, pactTextPublications } from './pacts';
import { planAdoptions, taskForceFormations } from './plans';
import { rolloutRecords } from './rollouts';
import {
  areaScoreRecords,
  frameworkDrafts,
  frameworkPublications,
  publishedScoreRecords,
  scorecardOpenings,
} from './scores';
import { sourceOf } from './sources';
import { publishedZoneCycles } from './zones';
import { supervisionRecords } from './supervision';
import { trainingRecords } from './trainings';

export interface FactsImport {
  readonly phases: readonly ImportPhase[];
  /** Sections that no command covers yet, with the number of their entries. */
  readonly leftOut: readonly { readonly section: string; readonly entries: number }[];
}

/** Sections of a facts file that commands are made from, or from which they take their sources. */
export const coveredSections = [
  'sources',
  'regions',
  'frameworks',
  'publishedScores',
  'areaScores',
  'indices',
  'pactTexts',
  'pacts',
  'actionPlans',
  'zones',
  'trainings',
  'supervision',
  'systemRollouts',
  'disputes',
  'wealthReports',
];

/** The facts as commands, in phases: what a later phase refers to was recorded in an earlier one. */
export function importOfFacts(facts: FactsFile): FactsImport {
  const isProvince = ({ level }: RegionFact): boolean => level === 'province';
  const registrations = (regions: readonly RegionFact[]): ClientCommand[] =>
    regions.map((fact) => registration(fact, facts));
  return {
    phases: [
      { name: 'provinces', commands: registrations(facts.regions.filter(isProvince)) },
      {
        name: 'regencies and cities',
        commands: registrations(facts.regions.filter((region) => !isProvince(region))),
      },
      { name: 'framework drafts', commands: frameworkDrafts(facts) },
      { name: 'framework publications', commands: frameworkPublications(facts) },
      { name: 'scorecards', commands: scorecardOpenings(facts) },
      // Area scores were published with the final total: a provisional total is older than they are.
      { name: 'provisional scores', commands: publishedScoreRecords(facts, 'provisional') },
      { name: 'area scores', commands: areaScoreRecords(facts) },
      { name: 'final scores', commands: publishedScoreRecords(facts, 'final') },
      { name: 'indices', commands: indexRecords(facts) },
      { name: 'pact texts', commands: pactTextPublications(facts) },
      { name: 'pacts', commands: pactRecords(facts) },
      { name: 'action plans', commands: planAdoptions(facts) },
      { name: 'task forces', commands: taskForceFormations(facts) },
      { name: 'trainings', commands: trainingRecords(facts) },
      { name: 'supervision', commands: supervisionRecords(facts) },
      { name: 'information systems', commands: rolloutRecords(facts) },
      { name: 'integrity zones', commands: publishedZoneCycles(facts) },
      { name: 'disputes', commands: claimRecords(facts) },
      { name: 'wealth report statistics', commands: complianceStatistics(facts) },
    ],
    leftOut: Object.entries(facts)
      .filter(([section]) => section !== 'about' && !coveredSections.includes(section))
      .map(([section, entries]) => ({
        section,
        entries: Array.isArray(entries) ? entries.length : 1,
      })),
  };
}

function registration(fact: RegionFact, { sources }: FactsFile): ClientCommand {
  const { kecamatan, kelurahan, desa } = fact;
  const counted = kecamatan !== undefined && kelurahan !== undefined && desa !== undefined;
  return command(`/v1/regions/${fact.code}/register`, {
    name: fact.name,
    level: fact.level,
    parent: fact.parent ?? null,
    subdivisions: counted
      ? { districts: kecamatan, urbanVillages: kelurahan, villages: desa }
      : null,
    source: sourceOf(sources, fact.source),
  });
}
