import type { ImportPhase } from '../import/run-import';
import { command } from '../facts/command';
import { declarationCommands } from './declarations';
import { evidenceCommands } from './evidence';
import { frameworkDraft, frameworkPublication } from './framework';
import { registrations, sampleProvince, sampleRegions } from './province';
import { sampleInstrument, type YearSettings } from './settings';
import { predicateGrants, zoneCycles, zoneDeclarations } from './zones';

/**
 * A year of a province that does not exist, as commands: the same for the same settings, and about
 * nobody. What a later phase refers to is recorded in an earlier one.
 */
export function generatedYear(settings: YearSettings): readonly ImportPhase[] {
  const scorecard = (region: string, what: string): string =>
    `/v1/scorecards/${region}/${sampleInstrument}/${settings.year}/${what}`;
  return [
    { name: 'sample province', commands: registrations([sampleProvince], settings) },
    { name: 'sample regions', commands: registrations(sampleRegions, settings) },
    { name: 'sample framework', commands: [frameworkDraft(settings)] },
    { name: 'its publication', commands: [frameworkPublication(settings)] },
    {
      name: 'scorecards',
      commands: sampleRegions.map(({ code }) => command(scorecard(code, 'open'), {})),
    },
    {
      name: 'evidence',
      commands: sampleRegions.flatMap((region) => evidenceCommands(settings, region)),
    },
    {
      name: 'final scores',
      commands: sampleRegions.map(({ code }) =>
        command(scorecard(code, 'finalise'), {}, 'verifier'),
      ),
    },
    { name: 'zones declared', commands: zoneDeclarations(settings) },
    { name: 'zone cycles', commands: zoneCycles(settings) },
    { name: 'predicates', commands: predicateGrants(settings) },
    { name: 'wealth reports', commands: declarationCommands(settings) },
  ];
}
