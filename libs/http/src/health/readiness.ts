/** One thing the service needs or does. */
export interface PartHealth {
  readonly ready: boolean;
  /** True when it serves, but not all of what it should: somebody has to look. */
  readonly degraded?: boolean;
  /** Numbers and words for an operator; no secrets. */
  readonly [detail: string]: unknown;
}

export interface Readiness {
  readonly ready: boolean;
  /** Some part is. It says nothing against sending requests here. */
  readonly degraded: boolean;
  readonly parts: Readonly<Record<string, PartHealth>>;
}

/** Looks afresh at every part; a part that cannot be looked at is a part that is not ready. */
export type ReadReadiness = () => Promise<Readiness>;

/** Injection token of a `ReadReadiness`. */
export const READINESS = Symbol('readiness');

/** Ready when every part is, degraded when any is. */
export const readinessOf = (parts: Readonly<Record<string, PartHealth>>): Readiness => ({
  ready: Object.values(parts).every(({ ready }) => ready),
  degraded: Object.values(parts).some(({ degraded }) => degraded === true),
  parts,
});
