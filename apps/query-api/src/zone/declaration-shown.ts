import type { ZoneDeclarationDocument } from '@jejak/views';

import type { Unconfirmed } from '../policy/policy-versions';

/** A declaration, with what no source confirms of the coverage it had to have. */
export interface ZoneDeclarationShown extends ZoneDeclarationDocument {
  /** Of version `policyVersion` of `zone-sheet`. */
  readonly unconfirmed: readonly string[];
}

export const zoneDeclarationShown = (
  declaration: ZoneDeclarationDocument,
  unconfirmed: Unconfirmed<'zone-sheet'>,
): ZoneDeclarationShown => ({
  ...declaration,
  unconfirmed: unconfirmed('zone-sheet', declaration.policyVersion, () => [
    'procedure.pactCoverageAbove',
  ]),
});
