import { deadlineStream, type Refusal } from '@jejak/domain';
import { deadline } from '@jejak/domain/deadline';
import { type CommandEnvelope, commandSha256, type Ledger } from '@jejak/event-store';
import { v5 as uuidv5 } from 'uuid';

import { type Verdict } from './verdicts';

/** Namespace of the command ids, so that they follow from the deadline and its last day alone. */
const namespace = '6b0f7f2e-3c0a-5d55-9c1e-0d6f0a7c5b14';

const actor = { kind: 'system', id: 'clock' } as const;

/** The same from every process, at any time: whoever is second is told that it was recorded. */
function envelopeOf({ id, dueOn }: Verdict): CommandEnvelope {
  const stream = deadlineStream(id);
  return {
    commandId: uuidv5(`${id}/${dueOn}`, namespace),
    commandSha256: commandSha256({ action: 'deadline.pass', stream, content: { id, dueOn } }),
    correlationId: `clock-${dueOn}`,
    actor,
  };
}

/** The rules and the clock disagree, which no repetition mends. */
export class VerdictRefused extends Error {
  override readonly name = 'VerdictRefused';
  constructor(
    readonly deadline: string,
    { code, reason }: Pick<Refusal, 'code' | 'reason'>,
  ) {
    super(`${deadline} was not recorded as passed (${code}): ${reason}`);
  }
}

/**
 * Records that a deadline has passed; true when it was not recorded yet. Throws the errors of the
 * ledger (the next run repeats it), and VerdictRefused.
 */
export async function recordVerdict(ledger: Ledger, verdict: Verdict): Promise<boolean> {
  const stream = deadlineStream(verdict.id);
  const outcome = await ledger.handle(deadline, stream, envelopeOf(verdict), (state, at) =>
    deadline.decide(state, { ...verdict, type: 'PassDeadline', actor, at }),
  );
  switch (outcome.kind) {
    case 'recorded':
      return !outcome.repeated;
    case 'refused':
      if (outcome.refusal.code === 'deadline.already-passed') return false;
      throw new VerdictRefused(verdict.id, outcome.refusal);
    case 'command-id-reused':
      throw new Error(`The command that passes ${verdict.id} was used on ${outcome.stream}`);
  }
}
