import { argumentNumber, argumentTruth, textOf } from '../bson/read';
import { BsonType } from '../bson/types';
import { fieldOf, isObject, type Value } from '../bson/value';
import { badValue, ServerError } from '../errors';
import { FailCommand, type Mode } from './fail-command';

/** Thrown to cut the connection without a reply, or to end the whole node at once. */
export class Cut extends Error {
  constructor(readonly exit: boolean) {
    super('cut by a fail point');
  }
}

interface StopWrites {
  left: number;
  readonly exit: boolean;
  readonly namespace: string | undefined;
}

function modeOf(mode: Value | undefined): Mode {
  if (mode?.type === BsonType.string) {
    const text = textOf(mode);
    if (text === 'off') return { skip: 0, times: 0 };
    if (text === 'alwaysOn') return { skip: 0, times: Infinity };
  }
  const times = isObject(mode) ? argumentNumber(fieldOf(mode, 'times')) : undefined;
  const skip = isObject(mode) ? argumentNumber(fieldOf(mode, 'skip')) : undefined;
  if (skip !== undefined) return { skip, times: Infinity };
  if (times === undefined) throw badValue('mode must be off, alwaysOn, { times } or { skip }');
  return { skip: 0, times };
}

/** What `configureFailPoint` has armed. */
export class Faults {
  private failCommand: FailCommand | undefined;
  private stopWrites: StopWrites | undefined;
  private readonly applications = new Map<number, string>();

  /**
   * `failCommand` as in MongoDB, and our own `stopWrites`, with `data: { operations, exit?,
   * namespace? }`: after that many write operations, counted over commands, what was done is
   * committed and the connection is cut, or with `exit` the node ends. Answers how often the fail
   * point of that name had acted until now.
   */
  configure(name: string, mode: Value | undefined, data: Value | undefined): number {
    const wanted = modeOf(mode);
    if (name === 'failCommand') {
      const count = this.failCommand?.count ?? 0;
      this.failCommand = wanted.times === 0 ? undefined : new FailCommand(wanted, data);
      return count;
    }
    if (name !== 'stopWrites') throw badValue(`unknown fail point ${name}`);
    this.stopWrites = wanted.times === 0 ? undefined : stopWritesOf(data);
    return 0;
  }

  /** Which application a connection belongs to, as its `hello` said. */
  introduce(connectionId: number, application: string): void {
    this.applications.set(connectionId, application);
  }

  /**
   * Runs a command, unless `failCommand` is armed for it: then it is delayed, fails, or its reply
   * carries a write concern error.
   * @throws Cut or ServerError.
   */
  around<Reply extends object>(
    command: string,
    connectionId: number,
    run: () => Reply | Promise<Reply>,
  ): Reply | Promise<Reply> {
    const fault = this.failCommand?.take(command, this.applications.get(connectionId));
    if (fault === undefined) return run();
    return this.inject(fault, run);
  }

  private async inject<Reply extends object>(
    fault: FailCommand,
    run: () => Reply | Promise<Reply>,
  ): Promise<Reply> {
    await fault.delay();
    if (fault.closeConnection) throw new Cut(false);
    fault.fail();
    return { ...(await run()), ...fault.additions };
  }

  /** Whether an operation on a collection may still be done, and whether it is the last one. */
  spend(namespace: string): 'go' | 'last' | 'stop' {
    const stop = this.stopWrites;
    if (stop === undefined || (stop.namespace ?? namespace) !== namespace) return 'go';
    if (stop.left <= 0) return 'stop';
    stop.left -= 1;
    return stop.left === 0 ? 'last' : 'go';
  }

  /** After the commit of what `stopWrites` allowed. @throws Cut. */
  cut(): never {
    const exit = this.stopWrites?.exit === true;
    this.stopWrites = undefined;
    throw new Cut(exit);
  }
}

function stopWritesOf(data: Value | undefined): StopWrites {
  const option = (name: string): Value | undefined =>
    data === undefined ? undefined : fieldOf(data, name);
  const left = argumentNumber(option('operations'));
  if (left === undefined) throw new ServerError(14, 'data.operations must be a number');
  const namespace = option('namespace');
  return {
    left,
    exit: argumentTruth(option('exit')),
    namespace: namespace === undefined ? undefined : textOf(namespace),
  };
}
