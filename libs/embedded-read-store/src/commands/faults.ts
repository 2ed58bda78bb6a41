import { argumentNumber, argumentTruth, textOf } from '../bson/read';
import { BsonType } from '../bson/types';
import { elementsOf, fieldOf, isArray, isObject, type Value } from '../bson/value';
import { badValue, ServerError } from '../errors';

/** Thrown to cut the connection without a reply, or to end the whole node at once. */
export class Cut extends Error {
  constructor(readonly exit: boolean) {
    super('cut by a fail point');
  }
}

interface FailCommand {
  left: number;
  readonly commands: readonly string[];
  readonly closeConnection: boolean;
  readonly errorCode: number | undefined;
  readonly errorLabels: readonly string[];
}

interface StopWrites {
  left: number;
  readonly exit: boolean;
  readonly namespace: string | undefined;
}

const textsOf = (value: Value | undefined): string[] =>
  isArray(value) ? elementsOf(value).map(textOf) : [];

/** What `configureFailPoint` has armed. */
export class Faults {
  private failCommand: FailCommand | undefined;
  private stopWrites: StopWrites | undefined;

  /**
   * `failCommand` as in MongoDB (`mode: { times }`, `alwaysOn` or `off`; `failCommands`,
   * `closeConnection`, `errorCode`, `errorLabels`), and our own `stopWrites`, with `data:
   * { operations, exit?, namespace? }`: after that many write operations, counted over commands, what
   * was done is committed and the connection is cut, or with `exit` the node ends.
   */
  configure(name: string, mode: Value | undefined, data: Value | undefined): void {
    const off = mode?.type === BsonType.string && textOf(mode) === 'off';
    const option = (field: string): Value | undefined =>
      data === undefined ? undefined : fieldOf(data, field);
    if (name === 'failCommand') {
      this.failCommand = off
        ? undefined
        : {
            left: timesOf(mode),
            commands: textsOf(option('failCommands')),
            closeConnection: argumentTruth(option('closeConnection')),
            errorCode: argumentNumber(option('errorCode')),
            errorLabels: textsOf(option('errorLabels')),
          };
    } else if (name === 'stopWrites') {
      const namespace = option('namespace');
      const left = argumentNumber(option('operations')) ?? 0;
      const exit = argumentTruth(option('exit'));
      this.stopWrites = off
        ? undefined
        : { left, exit, namespace: namespace === undefined ? undefined : textOf(namespace) };
    } else {
      throw badValue(`unknown fail point ${name}`);
    }
  }

  /** @throws Cut or ServerError when `failCommand` is armed for this command. */
  beforeCommand(command: string): void {
    const fault = this.failCommand;
    if (fault === undefined || fault.left <= 0 || !fault.commands.includes(command)) return;
    fault.left -= 1;
    if (fault.closeConnection) throw new Cut(false);
    if (fault.errorCode === undefined) return;
    const labels = fault.errorLabels.length > 0 ? { errorLabels: fault.errorLabels } : {};
    throw new ServerError(fault.errorCode, "Failing command via 'failCommand' failpoint", labels);
  }

  /** How many more operations on a collection may be done; undefined when `stopWrites` is not armed. */
  budget(namespace: string): number | undefined {
    const stop = this.stopWrites;
    if (stop === undefined) return undefined;
    return stop.namespace === undefined || stop.namespace === namespace ? stop.left : undefined;
  }

  /** After a commit of `count` operations. @throws Cut when the budget is used up. */
  afterCommit(namespace: string, count: number): void {
    const stop = this.stopWrites;
    if (stop === undefined || this.budget(namespace) === undefined) return;
    stop.left -= count;
    if (stop.left > 0) return;
    this.stopWrites = undefined;
    throw new Cut(stop.exit);
  }
}

function timesOf(mode: Value | undefined): number {
  if (mode?.type === BsonType.string && textOf(mode) === 'alwaysOn') return Infinity;
  const times = isObject(mode) ? argumentNumber(fieldOf(mode, 'times')) : undefined;
  if (times === undefined) throw badValue('mode must be off, alwaysOn or { times }');
  return times;
}
