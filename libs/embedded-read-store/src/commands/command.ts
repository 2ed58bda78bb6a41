import { argumentNumber, argumentTruth, textOf } from '../bson/read';
import { BsonType } from '../bson/types';
import { elementsOf, fieldOf, isArray, isNullish, isObject, type Value } from '../bson/value';
import { documentOf } from '../bson/write';
import { ServerError } from '../errors';
import { type Cursors, type CursorsOfCommand } from '../query/cursors';
import { type Turn } from '../query/pace';
import { type Store } from '../storage/store';
import { checkEnvelope } from './envelope';
import { type Faults } from './faults';
import { requireCollectionName, requireDatabaseName } from './namespaces';

/** What a command works with. */
export interface Context extends Omit<ConnectionContext, 'cursors'> {
  readonly cursors: CursorsOfCommand;
}

/** What all commands of a connection have. */
export interface ConnectionContext {
  readonly store: Store;
  readonly cursors: Cursors;
  /** Undefined unless the node was started with its fault switch. */
  readonly faults: Faults | undefined;
  readonly connectionId: number;
  /** Awaited at each pause. @throws ServerError 11600 when the node stops, 50 out of `maxTimeMS`. */
  readonly turn: Turn;
  /** Whether the client has closed its connection. */
  readonly isGone: () => boolean;
}

/** The fields of a reply; `ok: 1` is added. Values go out byte for byte. */
export type Reply = Readonly<Record<string, unknown>>;

export interface Command {
  /** The options it understands; any other is refused, for ignoring one would be guessing. */
  readonly options: readonly string[];
  readonly writes: boolean;
  run(command: Arguments, context: Context): Reply | Promise<Reply>;
}

export const emptyDocument = documentOf([]);

/** The arguments of one command, read by name and checked by type. */
export class Arguments {
  constructor(
    readonly name: string,
    readonly body: Value,
    readonly database: string,
    private readonly sequences: ReadonlyMap<string, readonly Value[]> = new Map(),
  ) {}

  get(name: string): Value | undefined {
    const value = fieldOf(this.body, name);
    return isNullish(value) ? undefined : value;
  }

  number(name: string): number | undefined {
    const value = this.get(name);
    if (value === undefined) return undefined;
    const number = argumentNumber(value);
    if (number === undefined) throw new ServerError(14, `${this.name}.${name} must be a number`);
    return number;
  }

  /** A count. @throws ServerError 51024 for a negative one. */
  size(name: string): number | undefined {
    const number = this.number(name);
    if (number !== undefined && number < 0) {
      throw new ServerError(
        51024,
        `BSON field '${name}' value must be >= 0, actual value '${String(number)}'`,
      );
    }
    return number === undefined ? undefined : Math.trunc(number);
  }

  text(name: string): string {
    const value = this.get(name);
    if (value?.type !== BsonType.string) {
      throw new ServerError(14, `${this.name}.${name} must be a string`);
    }
    return textOf(value);
  }

  truth(name: string, otherwise = false): boolean {
    const value = this.get(name);
    return value === undefined ? otherwise : argumentTruth(value);
  }

  document(name: string): Value | undefined {
    const value = this.get(name);
    if (value !== undefined && !isObject(value)) {
      throw new ServerError(14, `${this.name}.${name} must be an object`);
    }
    return value;
  }

  /** An array argument, or the document sequence that came in its place. */
  list(name: string): readonly Value[] {
    const sequence = this.sequences.get(name);
    if (sequence !== undefined) return sequence;
    const value = this.get(name);
    if (value === undefined) {
      throw new ServerError(
        40414,
        `BSON field '${this.name}.${name}' is missing but a required field`,
      );
    }
    if (!isArray(value)) throw new ServerError(14, `${this.name}.${name} must be an array`);
    return elementsOf(value);
  }

  /** The collection the command names. @throws ServerError 73. */
  collection(): string {
    const value = fieldOf(this.body, this.name);
    if (value?.type !== BsonType.string) {
      throw new ServerError(73, `the collection name of ${this.name} must be a string`);
    }
    const name = textOf(value);
    requireCollectionName(this.database, name);
    return name;
  }

  /** @throws ServerError for what no command may say here, or what this one does not know. */
  check(options: readonly string[]): void {
    requireDatabaseName(this.database);
    checkEnvelope(this.name, this.body, options, [...this.sequences.keys()]);
  }

  /** Whether the client wants to hear of a write only when it is on the disk. */
  get isJournaled(): boolean {
    const concern = this.document('writeConcern');
    return concern !== undefined && argumentTruth(fieldOf(concern, 'j'));
  }
}
