import { type Calendars, categoryOf, countTerm } from '@jejak/domain';
import { complaint } from '@jejak/domain/complaint';
import { declaration } from '@jejak/domain/declaration';
import { gratification } from '@jejak/domain/gratification';
import { information } from '@jejak/domain/information';
import { type CommandEnvelope, commandSha256, type Ledger, type Outcome } from '@jejak/event-store';
import { type WaitingTerms } from '@jejak/views';
import { v5 as uuidv5 } from 'uuid';

import { type Pages } from './watched-deadlines';

/** Namespace of the command ids, so that they follow from the case, its terms and the calendar. */
const namespace = '0c1b8a52-2d0e-5e0b-8a35-5f6a4f2f7d21';

const actor = { kind: 'system', id: 'clock' } as const;

type Settle = (
  ledger: Ledger,
  stream: string,
  envelope: CommandEnvelope,
  calendars: Calendars,
) => Promise<Outcome>;

/** By category of stream, the command that settles the terms of a case. */
const settling: Readonly<Record<string, Settle>> = {
  information: (ledger, stream, envelope, calendars) =>
    ledger.handle(information, stream, envelope, (state, at) =>
      information.decide(state, { type: 'SettleInformationTerms', calendars, actor, at }),
    ),
  complaint: (ledger, stream, envelope, calendars) =>
    ledger.handle(complaint, stream, envelope, (state, at) =>
      complaint.decide(state, { type: 'SettleComplaintTerms', calendars, actor, at }),
    ),
  gratification: (ledger, stream, envelope, calendars) =>
    ledger.handle(gratification, stream, envelope, (state, at) =>
      gratification.decide(state, { type: 'SettleGratificationTerms', calendars, actor, at }),
    ),
  declaration: (ledger, stream, envelope, calendars) =>
    ledger.handle(declaration, stream, envelope, (state, at) =>
      declaration.decide(state, { type: 'SettleWealthReportTerms', calendars, actor, at }),
    ),
};

/** The same from every process, at any time: whoever is second is told that it was recorded. */
function envelopeOf(subject: string, terms: readonly string[], version: number): CommandEnvelope {
  const content = { terms, version };
  return {
    commandId: uuidv5(`${subject}/${terms.join(',')}/${version}`, namespace),
    commandSha256: commandSha256({ action: 'terms.settle', stream: subject, content }),
    correlationId: `calendar-${version}`,
    actor,
  };
}

/**
 * Records the last days that the calendars reach by now, of every case that waits for one; how many
 * cases. A case that somebody else has settled meanwhile, as its next command does, is left alone.
 * Throws the errors of the ledger: the next run goes through what is left.
 */
export async function settleTerms(
  ledger: Ledger,
  waiting: Pages<WaitingTerms>,
  calendars: Calendars,
  signal: AbortSignal,
): Promise<number> {
  let settled = 0;
  const version = calendars.at(-1)?.version;
  if (version === undefined) return settled;
  for await (const cases of waiting) {
    for (const { subject, terms } of cases) {
      const reached = terms.filter((one) => countTerm(one, calendars).dueOn !== null);
      if (signal.aborted || reached.length === 0) continue;
      const names = reached.map(({ term, countedOn }) => `${term}@${countedOn}`).toSorted();
      const settle = settling[categoryOf(subject)];
      if (settle === undefined) throw new Error(`Nobody settles the terms of ${subject}`);
      const envelope = envelopeOf(subject, names, version);
      if (isNew(subject, await settle(ledger, subject, envelope, calendars))) settled += 1;
    }
  }
  return settled;
}

function isNew(subject: string, outcome: Outcome): boolean {
  switch (outcome.kind) {
    case 'recorded':
      return !outcome.repeated;
    case 'refused':
      if (outcome.refusal.code.endsWith('.nothing-to-settle')) return false;
      throw new Error(`The terms of ${subject} were not settled: ${outcome.refusal.reason}`);
    case 'command-id-reused':
      throw new Error(`The command that settles ${subject} was used on ${outcome.stream}`);
  }
}
