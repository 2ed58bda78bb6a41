import { OperationRefused, type BuildStatus } from '../operations';
import type { BuildPurpose, CatalogueEntry, NextGeneration } from '../storage/catalogue';
import type { ParkedKey } from '../storage/parked';
import type { ViewIdentity } from '../view/generation';
import { buildStatusOf, type Build, type ViewSlot } from './view-slot';

type Code = OperationRefused['code'] extends `projection.${infer Rest}` ? Rest : never;

export const refused = (code: Code, message: string): OperationRefused =>
  new OperationRefused(`projection.${code}`, message);

export const underWay = (view: string, purpose: string): OperationRefused =>
  refused('build-under-way', `A build of ${view} is under way (${purpose}) and must end first`);

export function slotOf(slots: readonly ViewSlot[], view: string): ViewSlot {
  const slot = slots.find((one) => one.view.name === view);
  if (slot !== undefined) return slot;
  const names = slots.map((one) => one.view.name).join(', ');
  throw refused('unknown-view', `No view is called ${view}; there are ${names}`);
}

/** The slot of a view that this process writes. */
export function written(slots: readonly ViewSlot[], view: string): ViewSlot {
  const slot = slotOf(slots, view);
  const { state, writer, error } = slot.progress.moment();
  if (state === 'standing-by') {
    const who = writer ?? 'another process';
    throw refused('written-elsewhere', `${view} is written by ${who}: ask that process`);
  }
  if (slot.feed === null) {
    const why = error?.message ?? 'the projection has not started';
    throw refused('not-following', `${view} is not followed now: ${why}`);
  }
  return slot;
}

export const noBuild = (view: string): OperationRefused =>
  refused('no-build', `Nothing is built beside the live generation of ${view}`);

export const notParked = (view: string, { kind, key }: ParkedKey): OperationRefused =>
  refused('not-parked', `Nothing is parked at ${kind} ${key} of ${view}`);

export function buildOf({ build, view }: ViewSlot): Build {
  if (build !== null) return build;
  throw noBuild(view.name);
}

/** The build that is wanted, when it is under way already; null when there is none at all. */
export function underWayFor(
  purpose: BuildPurpose,
  { name, version }: ViewIdentity,
  { next }: CatalogueEntry,
): NextGeneration | null {
  if (next === null || (next.purpose === purpose && next.version === version)) return next;
  throw underWay(name, next.purpose);
}

export function assertPrevious(
  { name, version }: ViewIdentity,
  { previous }: CatalogueEntry,
): void {
  if (previous === null) {
    throw refused('nothing-to-roll-back-to', `No earlier generation of ${name} is kept`);
  }
  if (previous.version === version) return;
  const text = `The generation before is of version ${previous.version}, which this program has no code for: start the release that has it and ask that one`;
  throw refused('nothing-to-roll-back-to', text);
}

export function statusOf(slot: ViewSlot): BuildStatus {
  const status = buildStatusOf(slot);
  if (status === null) throw refused('no-build', `The build of ${slot.view.name} has ended`);
  return status;
}
