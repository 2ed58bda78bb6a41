import type { ZoneDocument } from '@jejak/views';

import type { Unconfirmed } from '../policy/policy-versions';

type Window = NonNullable<ZoneDocument['window']>;

/** A cycle, with what no source confirms of the window in which it was proposed. */
export interface ZoneShown extends ZoneDocument {
  readonly window:
    | (Window & {
        /** Of version `policyVersion` of `zone-window`: the usual window, or that of a letter. */
        readonly unconfirmed: readonly string[];
      })
    | null;
}

export function zoneShown(cycle: ZoneDocument, unconfirmed: Unconfirmed<'zone-window'>): ZoneShown {
  const { year, window } = cycle;
  if (window === null) return { ...cycle, window };
  const parts = unconfirmed('zone-window', window.policyVersion, ({ years }) =>
    years.some((one) => one.year === year) ? ['years'] : ['usual'],
  );
  return { ...cycle, window: { ...window, unconfirmed: parts } };
}
