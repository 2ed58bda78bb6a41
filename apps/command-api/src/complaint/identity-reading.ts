import { type Principal, requirePermission } from '@jejak/access';
import { reporterStream } from '@jejak/domain';
import { isSealed, mayRead, reporter } from '@jejak/domain/complaint';
import { type Ledger } from '@jejak/event-store';
import { problem } from '@jejak/http';
import { type Vault } from '@jejak/privacy';
import { Inject, Injectable } from '@nestjs/common';

import { LEDGER, VAULT } from '../tokens';
import { identityPlace } from './reporter.commands';

export interface Identity {
  readonly name: string;
  readonly contact: string;
}

@Injectable()
export class IdentityReading {
  constructor(
    @Inject(LEDGER) private readonly ledger: Ledger,
    @Inject(VAULT) private readonly vault: Vault,
  ) {}

  /** For the two persons who unmasked the reporter, and for nobody else. */
  async identityOf(id: string, principal: Principal): Promise<Identity> {
    const state = await this.ledger.refer(reporter, reporterStream(id), () => false);
    if (!isSealed(state)) throw problem('resource.not-found');
    requirePermission(principal, 'reporter.read-identity', state.key.region);
    if (!mayRead(state, principal.id)) {
      throw problem('access.not-permitted', {
        detail: 'Only the two persons who unmasked a reporter read who it is.',
        fix: 'Request the unmasking on a legal ground and let a second person approve it.',
      });
    }
    const text = await this.vault.open(id, identityPlace(id), state.sealedIdentity);
    if (text === null) {
      throw problem('vault.key-destroyed', {
        detail: 'The identity of this reporter was erased: nobody can read it any more.',
        fix: 'Nothing brings it back. The complaints made under the pseudonym stand.',
      });
    }
    return JSON.parse(text) as Identity;
  }
}
