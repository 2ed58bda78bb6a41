import { setTimeout as sleep } from 'node:timers/promises';
import { argumentNumber, argumentTruth, textOf } from '../bson/read';
import { BsonType } from '../bson/types';
import { elementsOf, fieldOf, fieldsOf, isArray, isObject, type Value } from '../bson/value';
import { ServerError } from '../errors';

/** How often a fail point acts: not the first `skip` times, then `times`. */
export interface Mode {
  readonly skip: number;
  readonly times: number;
}

const understood = new Set([
  'failCommands',
  'closeConnection',
  'errorCode',
  'errorLabels',
  'errorExtraInfo',
  'writeConcernError',
  'blockConnection',
  'blockTimeMS',
  'appName',
  'failInternalCommands',
]);

const textsOf = (value: Value | undefined): string[] =>
  isArray(value)
    ? elementsOf(value)
        .filter(({ type }) => type === BsonType.string)
        .map(textOf)
    : [];

/** MongoDB's `failCommand`, armed once. */
export class FailCommand {
  /** How often it acted. */
  count = 0;
  readonly closeConnection: boolean;
  /** What the reply of a command that was let through carries besides. */
  readonly additions: Readonly<Record<string, unknown>>;
  private readonly commands: readonly string[];
  private readonly application: string | undefined;
  private readonly blockedFor: number;
  private readonly errorCode: number | undefined;
  private readonly details: Readonly<Record<string, unknown>>;
  private skip: number;
  private left: number;

  /** @throws ServerError 72 for data it does not understand. */
  constructor({ skip, times }: Mode, data: Value | undefined) {
    const fields = data === undefined ? [] : fieldsOf(data);
    const foreign = fields.find(({ name }) => !understood.has(name));
    if (foreign !== undefined) {
      throw new ServerError(72, `failCommand does not understand data.${foreign.name}`);
    }
    const option = (name: string): Value | undefined =>
      data === undefined ? undefined : fieldOf(data, name);
    const blockTime = argumentNumber(option('blockTimeMS'));
    const blocks = argumentTruth(option('blockConnection'));
    if (blocks && blockTime === undefined) {
      throw new ServerError(72, "must specify 'blockTimeMS' when 'blockConnection' is true");
    }
    this.skip = skip;
    this.left = times;
    this.commands = textsOf(option('failCommands'));
    const application = option('appName');
    this.application = application?.type === BsonType.string ? textOf(application) : undefined;
    this.closeConnection = argumentTruth(option('closeConnection'));
    this.blockedFor = blocks ? (blockTime ?? 0) : 0;
    this.errorCode = argumentNumber(option('errorCode'));
    const labels = option('errorLabels');
    const labelled =
      isArray(labels) && elementsOf(labels).length > 0 ? { errorLabels: labels } : {};
    const extra = option('errorExtraInfo');
    const info = isObject(extra) ? fieldsOf(extra).map(({ name, value }) => [name, value]) : [];
    this.details = { ...labelled, ...(Object.fromEntries(info) as object) };
    const concern = option('writeConcernError');
    this.additions = concern === undefined ? {} : { writeConcernError: concern, ...labelled };
  }

  /** Itself when it acts on this command, which it then has done once more. */
  take(command: string, application: string | undefined): this | undefined {
    if (this.left <= 0 || !this.commands.includes(command)) return undefined;
    if (this.application !== undefined && this.application !== application) return undefined;
    if (this.skip > 0) {
      this.skip -= 1;
      return undefined;
    }
    this.left -= 1;
    this.count += 1;
    return this;
  }

  async delay(): Promise<void> {
    if (this.blockedFor > 0) await sleep(this.blockedFor);
  }

  /** @throws ServerError when it was told an `errorCode`. */
  fail(): void {
    if (this.errorCode === undefined) return;
    throw new ServerError(
      this.errorCode,
      "Failing command via 'failCommand' failpoint",
      this.details,
    );
  }
}
