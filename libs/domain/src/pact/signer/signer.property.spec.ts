import fc from 'fast-check';

import { draft, sign, supersede } from '../../testing/pacts';
import {
  claimHeldFor,
  claimUsedFor,
  type HolderReading,
  pact,
  type PactCommand,
  type PactSignerState,
  pactSigner,
  type PactState,
  type SignerClaim,
  type SupersedeSignature,
} from '..';

const names = ['p', 'q', 'r'] as const;
type Name = (typeof names)[number];

const actor = { kind: 'person', id: 'operator' } as const;
const bupati = { position: 'Bupati', name: 'Tatu', outside: false, region: null };
const party = { position: 'Bupati', name: 'Tatu', region: '36.04' };
const gone: Omit<SupersedeSignature, 'at'> = {
  ...{ type: 'SupersedeSignature', actor, signatory: bupati, ground: 'position-changed' },
  ...{ reason: 'left office', successor: null, on: '2022-06-23' },
};
const start = Date.parse('2022-07-01T02:00:00.000Z');

type Act = 'read' | 'claim' | 'sign' | 'supersede' | 'supersede-signature' | 'witness-and-publish';
interface Step {
  readonly pact: Name;
  readonly act: Act;
  /** Milliseconds that pass before it. */
  readonly pause: number;
}

/** What one process knows between its steps: everything in it may be out of date. */
interface Known {
  readonly holder: HolderReading | null;
  readonly claim: SignerClaim | null;
}

/**
 * Three pacts that want one signature, each step a command of its own with whatever was read before.
 * A process that dies is one that never gets to its next step.
 */
class World {
  readonly pacts = new Map<Name, PactState>();
  private readonly known = new Map<Name, Known>();
  private signer: PactSignerState = pactSigner.initialState();
  private now = start;

  constructor() {
    for (const name of names) this.decide(name, draft({ pact: name }));
  }

  take({ pact: name, act, pause }: Step): void {
    this.now += pause;
    const known = this.known.get(name) ?? { holder: null, claim: null };
    const at = new Date(this.now).toISOString();
    switch (act) {
      case 'read':
        this.known.set(name, { ...known, holder: this.holder(name, at) });
        break;
      case 'claim':
        this.claim(name, known, at);
        break;
      case 'sign':
        this.decide(name, { ...sign(bupati), claim: known.claim, at });
        break;
      case 'supersede':
        this.decide(name, { ...supersede({ successor: null }), at });
        break;
      case 'supersede-signature':
        this.decide(name, { ...gone, at });
        break;
      case 'witness-and-publish':
        this.publish(name, at);
        break;
    }
  }

  standing(): number {
    return [...this.pacts.values()].filter(
      (state) =>
        state.status !== 'undrafted' &&
        state.status !== 'superseded' &&
        state.signatures.some(({ superseded }) => superseded === null),
    ).length;
  }

  private state(name: string): PactState {
    return this.pacts.get(name as Name) ?? pact.initialState();
  }

  private holder(name: Name, readAt: string): HolderReading | null {
    const { last } = this.signer;
    if (last === null || last.pact === name) return null;
    return { pact: last.pact, readAt, state: this.state(last.pact) };
  }

  private claim(name: Name, { holder }: Known, at: string): void {
    const decision = pactSigner.decide(this.signer, {
      ...{ type: 'ClaimSignature', pact: name, region: '36.04', textVersion: '2011' },
      ...{ signer: 'ab'.repeat(32), party, holder, actor, at },
    });
    if (decision.kind === 'refused') return;
    this.signer = decision.events.reduce(
      (state, event) => pactSigner.evolve(state, event),
      this.signer,
    );
    this.known.set(name, { holder, claim: this.signer.last });
  }

  private publish(name: Name, at: string): void {
    const witness = { position: 'Inspektur', name: null };
    const context = { actor, at, capacity: null, witnessedOn: '2022-06-23' };
    this.decide(name, { type: 'WitnessPact', witness, ...context });
    const published = { publishedOn: '2022-06-24', publicationReference: 'gazette' };
    this.decide(name, { type: 'PublishPact', actor, at, ...published });
  }

  private decide(name: Name, command: PactCommand): void {
    const before = this.state(name);
    const decision = pact.decide(before, command);
    if (decision.kind === 'refused') return;
    this.pacts.set(
      name,
      decision.events.reduce((state, event) => pact.evolve(state, event), before),
    );
  }
}

const step: fc.Arbitrary<Step> = fc.record({
  pact: fc.constantFrom(...names),
  act: fc.constantFrom<Act>(
    ...(['read', 'read', 'claim', 'claim', 'claim', 'sign', 'sign', 'sign'] as const),
    ...(['supersede', 'supersede-signature', 'witness-and-publish'] as const),
  ),
  pause: fc.constantFrom(0, 0, 0, 1_000, claimUsedFor, claimHeldFor),
});

describe('any order of reading, claiming and signing in several pacts', () => {
  it('never leaves one person bound twice by one text in one position', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40, size: 'max' }), (steps) => {
        const world = new World();
        for (const one of steps) {
          world.take(one);
          expect(world.standing()).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('lets another pact sign once a claim was left without its signature', () => {
    const world = new World();
    const take = (name: Name, act: Act, pause = 0): void => {
      world.take({ pact: name, act, pause });
    };
    take('p', 'claim');
    for (const pause of [0, claimHeldFor]) {
      expect(world.standing()).toBe(0);
      take('q', 'read', pause);
      take('q', 'claim');
      take('q', 'sign');
    }
    take('p', 'sign');
    const signedIn = names.filter((name) => {
      const state = world.pacts.get(name) ?? pact.initialState();
      return state.status !== 'undrafted' && state.signatures.length > 0;
    });
    expect(signedIn).toEqual(['q']);
  });
});
