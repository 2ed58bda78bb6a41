import type { LineFault } from '../line/link';
import type { Random } from '../random';
import type { RoundKind } from './round-kind';
import type { Slot, Step } from './step';

const weights = {
  stop: 8,
  crash: 10,
  'stop-writes': 32,
  'fail-command': 8,
  'read-line': 22,
  'event-line': 8,
  'read-store-ends': 0.8,
  'read-store-restarts': 0.8,
  'event-store-restarts': 0.8,
};

const lineFaults: Readonly<Record<LineFault, number>> = {
  cut: 8,
  stall: 4,
  'deaf-client': 2,
  'deaf-server': 2,
  'lost-reply': 8,
  late: 3,
  refuse: 2,
};

/** The client waits a second before it tries again after a connection was refused. */
const eventLineFaults = { ...lineFaults, late: 0, refuse: 0.3 };

/** Stepped down, stopping, interrupted. */
const refusals = [10107, 91, 189, 11600];

const commands = ['find', 'insert', 'update', 'delete', 'createIndexes', 'findAndModify', 'hello'];

/** One fault; what ends the projector of the slot also starts the next one there. */
export function drawFault(
  random: Random,
  kind: RoundKind,
  slot: Slot,
  collections: readonly string[],
): readonly Step[] {
  const name = random.weighted(kind === 'killed' ? { ...weights, crash: 25 } : weights);
  const milliseconds = random.chance(0.2) ? random.between(20, 80) : random.between(1, 15);
  switch (name) {
    case 'stop':
    case 'crash':
      return [{ kind: name, slot }, ...absence(random, slot), { kind: 'start', slot }];
    case 'stop-writes':
      return [
        stopWrites(random, random.between(0, random.chance(0.3) ? 12 : 4), false, collections),
      ];
    case 'read-store-ends':
      return [stopWrites(random, random.between(0, 6), true, collections)];
    case 'fail-command': {
      const errorCode = random.chance(0.5) ? random.pick(refusals) : null;
      const times = random.between(1, 3);
      return [{ kind: 'fail-command', commands: [random.pick(commands)], times, errorCode }];
    }
    case 'read-line':
      return [{ kind: 'read-line', slot, fault: random.weighted(lineFaults), milliseconds }];
    case 'event-line':
      return [{ kind: 'event-line', fault: random.weighted(eventLineFaults), milliseconds }];
    case 'read-store-restarts':
    case 'event-store-restarts': {
      const store = name === 'read-store-restarts' ? 'read-store' : 'event-store';
      return [{ kind: 'restart', store, how: random.chance(0.7) ? 'kill' : 'stop' }];
    }
  }
}

function absence(random: Random, slot: Slot): readonly Step[] {
  if (!random.chance(0.3)) return [];
  return [{ kind: 'wait', slot, commands: null, milliseconds: random.between(1, 30) }];
}

function stopWrites(
  random: Random,
  operations: number,
  endsNode: boolean,
  collections: readonly string[],
): Step {
  const collection = random.chance(0.85) ? random.pick(collections) : null;
  return { kind: 'stop-writes', collection, operations, endsNode };
}
