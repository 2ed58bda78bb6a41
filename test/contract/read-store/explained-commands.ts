import type { CommandStartedEvent, Db, Document, MongoClient } from 'mongodb';

/** A query as the product sent it, on its own or within a command that writes, and how it is run. */
export interface ExplainedQuery {
  readonly command: string;
  readonly collection: string;
  readonly query: Document;
  /** Names of the winning plan's stages, the outermost first. */
  readonly stages: readonly string[];
}

interface Stage {
  readonly stage: string;
  readonly inputStage?: Stage;
  readonly inputStages?: readonly Stage[];
}

interface Planner {
  /** A stage, or what says it in a server's newer words beside its older ones. */
  readonly winningPlan: Stage & { readonly queryPlan?: Stage };
}

interface Explained {
  readonly queryPlanner?: Planner;
  /** Of a pipeline that is more than a query: the query comes first. */
  readonly stages?: readonly { readonly $cursor?: { readonly queryPlanner: Planner } }[];
}

function plannerOf({ queryPlanner, stages }: Explained): Planner {
  const planner = queryPlanner ?? stages?.[0]?.$cursor?.queryPlanner;
  if (planner === undefined) throw new Error('The server has not explained how it reads');
  return planner;
}

/** Ways to reach documents that look at no others: a scan is none of them. */
const direct = ['IDHACK', 'IXSCAN', 'EXPRESS_IXSCAN', 'EXPRESS_CLUSTERED_IXSCAN', 'EOF'];

export const isDirect = ({ stages }: ExplainedQuery): boolean =>
  !stages.includes('COLLSCAN') && stages.some((stage) => direct.includes(stage));

const stagesOf = ({ stage, inputStage, inputStages = [] }: Stage): string[] => [
  stage,
  ...[...(inputStage ? [inputStage] : []), ...inputStages].flatMap(stagesOf),
];

const listOf = (value: unknown): readonly Document[] => (value ?? []) as readonly Document[];

/** Only what says which documents are reached, and in which order. */
function parts(command: Document, names: readonly string[]): Document {
  return Object.fromEntries(
    names.flatMap((name) => (name in command ? [[name, command[name]]] : [])),
  );
}

/** The queries within a command, as commands that can be explained; null for one that has none. */
function queriesOf(name: string, command: Document): readonly Document[] | null {
  const collection = command[name] as unknown;
  const found = (filter: unknown, more: Document = {}): Document => ({
    find: collection,
    filter,
    ...more,
  });
  switch (name) {
    case 'find':
      return [parts(command, ['find', 'filter', 'sort', 'skip', 'limit', 'hint'])];
    case 'aggregate':
      return [{ ...parts(command, ['aggregate', 'pipeline', 'hint']), cursor: {} }];
    case 'count':
      return [parts(command, ['count', 'query', 'hint'])];
    case 'distinct':
      return [parts(command, ['distinct', 'key', 'query', 'hint'])];
    case 'update':
      return listOf(command['updates']).map(({ q, sort }) => found(q, sort ? { sort } : {}));
    case 'delete':
      return listOf(command['deletes']).map(({ q }) => found(q));
    case 'findAndModify':
      return [
        found(command['query'], command['sort'] ? { sort: command['sort'] as Document } : {}),
      ];
    default:
      return null;
  }
}

/** Commands that reach documents in no way that could be a scan, or that are no queries of a view. */
const without = new Set([
  'insert',
  'getMore',
  'killCursors',
  'hello',
  'ping',
  'endSessions',
  'create',
  'createIndexes',
  'drop',
  'dropDatabase',
]);

/** Listens to a client that monitors its commands. */
export function listen(client: MongoClient): { take(): CommandStartedEvent[] } {
  let heard: CommandStartedEvent[] = [];
  client.on('commandStarted', (event) => heard.push(event));
  return {
    take() {
      const taken = heard;
      heard = [];
      return taken;
    },
  };
}

/**
 * How the queries within these commands are run, each shape of a query once. Throws for a command
 * that this file does not know: one that is new may hold a query.
 */
export async function explained(
  db: Db,
  commands: readonly CommandStartedEvent[],
): Promise<ExplainedQuery[]> {
  const found: ExplainedQuery[] = [];
  for (const { commandName, command } of commands) {
    const queries = queriesOf(commandName, command);
    if (queries === null && !without.has(commandName)) {
      throw new Error(`Nobody has said whether ${commandName} can scan`);
    }
    for (const query of queries ?? []) {
      const answer = await db.command({ explain: query, verbosity: 'queryPlanner' });
      const { winningPlan } = plannerOf(answer);
      const stages = stagesOf(winningPlan.queryPlan ?? winningPlan);
      const collection = String(command[commandName]);
      found.push({ command: commandName, collection, query, stages });
    }
  }
  return found;
}
