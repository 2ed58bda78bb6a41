import { givenFor } from '../../testing/given';
import { foldOf } from '../../testing/histories';
import { bupati, drafted, inForce, signed, superseded } from '../../testing/pacts';
import {
  type ClaimSignature,
  type HolderReading,
  pact,
  type PactEvent,
  pactSigner,
  type SignatureClaimed,
} from '..';

const given = givenFor(pactSigner);
const first = 'serang-2022-06-23';
const claimedAt = '2022-06-24T02:00:00.000Z';
const signer = 'ab'.repeat(32);
const claimed = (name: string, at = claimedAt): SignatureClaimed => ({
  type: 'SignatureClaimed',
  data: { pact: name, region: '36.04', signer, textVersion: '2011', claimedAt: at },
});
const later = '2022-06-24T02:05:00.000Z';
const claim = (name: string, holder: HolderReading | null = null): ClaimSignature => ({
  ...{ type: 'ClaimSignature', pact: name, region: '36.04', signer, textVersion: '2011' },
  party: { position: bupati.position, name: bupati.name, region: '36.04' },
  ...{ holder, actor: { kind: 'person', id: 'operator' }, at: later },
});
/** The first pact as it was read, five minutes after its claim unless told. */
const read = (events: readonly PactEvent[], readAt = later): HolderReading => ({
  pact: first,
  readAt,
  state: foldOf(pact, events),
});
const gone: PactEvent = {
  type: 'SignatureSuperseded',
  data: {
    ...{ pact: first, region: '36.04', signatory: bupati, ground: 'position-changed' },
    ...{ reason: 'left office', successor: null, on: '2022-06-24' },
  },
};

describe('a signature of one person, position and text', () => {
  it('is claimed by a pact, and by the same one as often as it tries', () => {
    given().when(claim(first)).then(claimed(first, later));
    given(claimed(first)).when(claim(first)).then(claimed(first, later));
  });

  it('is not claimed for a second pact while it stands in the first', () => {
    for (const events of [[drafted, signed(bupati)], inForce]) {
      given(claimed(first))
        .when(claim('serang-2024', read(events, '2024-01-01T00:00:00.000Z')))
        .refused('pact.signed-in-another-pact');
    }
  });

  it.each<[string, readonly PactEvent[]]>([
    ['it was superseded', [...inForce, gone]],
    ['the pact was', [...inForce, superseded]],
    ['the pact was published without it', inForce.filter(({ type }) => type !== 'PactSigned')],
  ])('is free again once %s', (_, events) => {
    given(claimed(first))
      .when(claim('serang-2024', read(events)))
      .then(claimed('serang-2024', later));
  });

  it('is free where the first pact has it for another region', () => {
    const lebak = { ...bupati, region: '36.02' };
    given(claimed(first))
      .when(claim('serang-2024', read([drafted, signed(lebak)])))
      .then(claimed('serang-2024', later));
  });

  it('is kept for a pact that may still get it, for ten minutes and not for ever', () => {
    const after = (readAt: string) =>
      given(claimed(first)).when(claim('serang-2024', read([drafted], readAt)));
    after('2022-06-24T02:09:59.999Z').refused('pact.signing-in-another-pact');
    after('2022-06-24T02:10:00.000Z').then(claimed('serang-2024', later));
  });

  it('is kept for ten minutes from the last time it was claimed', () => {
    const again = [claimed(first), claimed(first, '2022-06-24T02:04:00.000Z')];
    const after = (readAt: string) =>
      given(...again).when(claim('serang-2024', read([drafted], readAt)));
    after('2022-06-24T02:13:59.999Z').refused('pact.signing-in-another-pact');
    after('2022-06-24T02:14:00.000Z').then(claimed('serang-2024', later));
  });

  it('is not taken over by who read another pact than the one that claimed last, or none', () => {
    const left = read([...inForce, gone]);
    given(claimed(first), claimed('serang-2023'))
      .when(claim('serang-2024', left))
      .refused('pact.signing-in-another-pact');
    given(claimed(first)).when(claim('serang-2024')).refused('pact.signing-in-another-pact');
  });
});
