import { type Decision, type Refusal, refused } from '../decider';
import type { PolicyInForce } from '../policy/state';
import { recordUnless, refusal } from '../rules/refusal';
import { mustNotBeBlank } from '../rules/text';
import { underPolicy } from '../rules/under-policy';
import type { DecideErasure } from './commands';
import type { ErasureGranted, ErasureRefused } from './events';
import type { ErasureExemption } from './policy';
import { aboutRequest, mustFollow } from './rules';
import type { AskedErasure, ErasureState } from './state';

const mustBeUndecided = ({ status, key, lastDay }: AskedErasure): Refusal | null =>
  status === 'requested'
    ? null
    : refusal(
        'erasure.already-decided',
        `request ${key.request} was decided on ${lastDay}`,
        'Nothing was changed. Who was refused may ask again, with a request of its own.',
      );

/** A grant that names an exemption would say that it need not have been given. */
function grant(
  { key }: AskedErasure,
  { exemption, law, decidedOn, actor }: DecideErasure,
): Decision<ErasureGranted> {
  const named = exemption === null ? 'law' : 'exemption';
  return recordUnless(
    exemption === null && law === null
      ? null
      : refusal(
          'erasure.ground-of-grant',
          `the request is granted, and ${named} is given`,
          'Leave exemption and law out, or refuse the request on them.',
          named,
        ),
    () => ({ type: 'ErasureGranted', data: { ...key, decidedOn, decidedBy: actor.id } }),
  );
}

/** The exemption of the law that was named, or why there is none. */
function exemptionCalled(
  letter: string | null,
  { content, effectiveFrom }: PolicyInForce<'erasure-rules'>,
): ErasureExemption | Refusal {
  const letters = content.exemptions.map((one) => one.letter).join(', ');
  if (letter === null) {
    return refusal(
      'erasure.ground-missing',
      'the request is refused, and no exemption is named',
      `Name one of ${letters} (UU 27/2022 art. 15 paragraph 1), or grant the request.`,
      'exemption',
    );
  }
  return (
    content.exemptions.find((one) => one.letter === letter) ??
    refusal(
      'erasure.invalid-ground',
      `the rules that apply since ${effectiveFrom} have no exemption ${letter}`,
      `Name one of ${letters}, or grant the request.`,
      'exemption',
    )
  );
}

/** An exemption holds only where a law is carried out by it (UU 27/2022 art. 15 paragraph 2). */
const mustNameLaw = (law: string | null): Refusal | null =>
  law === null
    ? refusal(
        'erasure.law-missing',
        'the request is refused, and no law is named that this carries out',
        'Name the law and its article: an exemption serves no other end (art. 15 paragraph 2).',
        'law',
      )
    : mustNotBeBlank('erasure', 'law', law);

const refuse = (
  { key, executeBy }: AskedErasure,
  { exemption, law, decidedOn, rules, actor }: DecideErasure,
): Decision<ErasureRefused> =>
  underPolicy('erasure', 'erasure-rules', decidedOn, rules, (policy) => {
    const ground = exemptionCalled(exemption, policy);
    if ('code' in ground) return refused(ground);
    return recordUnless(mustNameLaw(law), () => ({
      type: 'ErasureRefused',
      data: {
        ...{ ...key, decidedOn, ground, law: law ?? '', policyVersion: policy.version },
        ...{ late: decidedOn > executeBy, decidedBy: actor.id },
      },
    }));
  });

/** Once for each request: granted, or refused on a ground of the law and on no other. */
export const decideErasure = (
  state: ErasureState,
  command: DecideErasure,
): Decision<ErasureGranted | ErasureRefused> =>
  aboutRequest<ErasureGranted | ErasureRefused>(state, (asked) => {
    const unsound =
      mustBeUndecided(asked) ?? mustFollow(asked, 'decidedOn', command.decidedOn, command.at);
    if (unsound) return refused(unsound);
    return command.outcome === 'granted' ? grant(asked, command) : refuse(asked, command);
  });
