import { accepted, type Decider, refused } from '@jejak/domain';
import type { FrameworkPublished } from '@jejak/domain/framework/events';

import { commandSha256 } from '../codec/command-sha256';
import type { CommandEnvelope } from '../ledger';

/** The smallest decider that shows whether every command happened once: it adds numbers up. */
export interface Counted {
  readonly sum: number;
  readonly count: number;
}

export interface Add {
  readonly amounts: readonly number[];
  /** Refused when the sum would rise above it. */
  readonly atMost?: number;
}

export const countingDecider: Decider<Counted, Add, FrameworkPublished> = {
  initialState: () => ({ sum: 0, count: 0 }),
  decide({ sum }, { amounts, atMost = Infinity }) {
    const total = amounts.reduce((subtotal, amount) => subtotal + amount, sum);
    if (total > atMost) {
      return refused({ code: 'count.too-high', reason: `${total} > ${atMost}`, remedy: 'less' });
    }
    return accepted(
      ...amounts.map((version): FrameworkPublished => ({
        type: 'FrameworkPublished',
        data: { instrument: 'MCP', year: 2024, version, approvedBy: 'user-1' },
      })),
    );
  },
  evolve: ({ sum, count }, { data }) => ({ sum: sum + data.version, count: count + 1 }),
};

/** An envelope whose command id is made from a small number. */
export function envelopeOf(number: number, stream: string, command: object): CommandEnvelope {
  return {
    commandId: `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`,
    commandSha256: commandSha256({ stream, command }),
    correlationId: `request-${number}`,
    actor: { kind: 'person', id: 'user-1' },
  };
}
