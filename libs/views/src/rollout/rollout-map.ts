import type { CalendarDate, PartialDate, Source } from '@jejak/domain';
import { earliestDayOf, latestDayOf } from '@jejak/domain';
import type { RolloutLevel } from '@jejak/domain/rollout/events';

import type { RolloutDocument } from './rollout-register';

/**
 * What is certain on a day, as exact as the dates are: `live` when every source that dates it has it
 * begin by then, `perhaps-live` when one does or none dates it, `retired` from the day it surely was.
 */
export type RunningState = 'planned' | 'perhaps-live' | 'live' | 'perhaps-retired' | 'retired';

/** What one source says. */
export interface SaidSince {
  readonly since: PartialDate | null;
  readonly source: Source;
}

export interface MappedLevel {
  readonly level: RolloutLevel;
  readonly state: RunningState;
  readonly said: readonly SaidSince[];
}

/** Who runs a module, where it came from and who answers for it. */
export interface MappedSystem {
  readonly region: string;
  readonly system: string;
  readonly name: string;
  readonly state: RunningState;
  readonly levels: readonly MappedLevel[];
  /** What sources say of the start of the whole system; they may disagree. */
  readonly starts: RolloutDocument['starts'];
  readonly startDisputed: boolean;
  readonly adoptedFrom: readonly { readonly region: string; readonly name: string }[];
  readonly offices: readonly string[];
  readonly partner: string | null;
}

export interface MappedModule {
  readonly module: string;
  readonly systems: readonly MappedSystem[];
}

const levels = ['village', 'district', 'region'] as const;
const byCertainty = ['planned', 'perhaps-live', 'live'] as const;

/** Who runs what on a day, module by module; the systems of each by region. */
export function rolloutMap(
  documents: readonly RolloutDocument[],
  asOf: CalendarDate,
): readonly MappedModule[] {
  const modules = [...new Set(documents.flatMap((one) => one.modules))].sort();
  return modules.map((module) => ({
    module,
    systems: documents
      .filter((one) => one.modules.includes(module))
      .map((one) => mapped(one, module, asOf))
      .sort((a, b) => (`${a.region}/${a.system}` < `${b.region}/${b.system}` ? -1 : 1)),
  }));
}

function mapped(document: RolloutDocument, module: string, asOf: CalendarDate): MappedSystem {
  const { region, system, name, starts, adoptions, delegations, partner } = document;
  const of = levelsOf(document, module, asOf);
  const ended = endOf(document, module, asOf);
  const best = byCertainty.findLast((state) => of.some((one) => one.state === state));
  const runs = new Set(starts.filter(({ kind }) => kind === 'running').map(({ on }) => on));
  return {
    ...{ region, system, name, starts, partner },
    state: ended ?? best ?? 'planned',
    levels: of,
    startDisputed: runs.size > 1 || isDisputed(document, module),
    adoptedFrom: adoptions.map(({ from }) => from),
    offices: [...new Set(delegations.map(({ office }) => office))],
  };
}

const concerns =
  (module: string) =>
  (one: { readonly module: string | null }): boolean =>
    one.module === null || one.module === module;

const levelsOf = (
  { live }: RolloutDocument,
  module: string,
  asOf: CalendarDate,
): readonly MappedLevel[] =>
  levels.flatMap((level) => {
    const claims = live.filter((one) => one.level === level && concerns(module)(one));
    const said = claims.map(({ since, source }) => ({ since, source }));
    return said.length === 0 ? [] : [{ level, state: stateOf(said, asOf), said }];
  });

function stateOf(said: readonly SaidSince[], asOf: CalendarDate): RunningState {
  const dated = said.flatMap(({ since }) => since ?? []);
  if (dated.length > 0 && dated.every((date) => latestDayOf(date) <= asOf)) return 'live';
  const mayHave = dated.length === 0 || dated.some((date) => earliestDayOf(date) <= asOf);
  return mayHave ? 'perhaps-live' : 'planned';
}

function endOf(
  { retirements }: RolloutDocument,
  module: string,
  asOf: CalendarDate,
): RunningState | null {
  const [end] = retirements.filter(concerns(module));
  if (end === undefined) return null;
  if (end.on !== null && latestDayOf(end.on) <= asOf) return 'retired';
  return end.on === null || earliestDayOf(end.on) <= asOf ? 'perhaps-retired' : null;
}

/** Whether two sources date one level differently. */
const isDisputed = ({ live }: RolloutDocument, module: string): boolean =>
  levels.some((level) => {
    const claims = live.filter((one) => one.level === level && concerns(module)(one));
    return new Set(claims.flatMap(({ since }) => since ?? [])).size > 1;
  });
