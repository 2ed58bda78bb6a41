import { firstNameOf } from '../bson/value';
import { encode } from '../bson/encode';
import { badValue, codeNameOf, Interruption, ServerError } from '../errors';
import { type Turn } from '../query/pace';
import { type Request } from '../wire/message';
import { Arguments, type Command, type ConnectionContext, type Reply } from './command';
import { Cut } from './faults';
import { commands } from './registry';
import { sessionOf } from './sessions';

/** The reply to a failure: MongoDB's shape, with the details of the error beside the code. */
function failure(error: unknown): Reply {
  if (error instanceof Cut) throw error;
  if (error instanceof ServerError) {
    const { code, message: errmsg, details } = error;
    return { ok: 0, errmsg, code, codeName: codeNameOf(code), ...details };
  }
  if (error instanceof RangeError) {
    return {
      ok: 0,
      errmsg: `malformed BSON: ${error.message}`,
      code: 22,
      codeName: codeNameOf(22),
    };
  }
  const errmsg = error instanceof Error ? error.message : String(error);
  return { ok: 0, errmsg, code: 1, codeName: codeNameOf(1) };
}

/**
 * The turns of one command. As in MongoDB it is over when its `maxTimeMS` are, and when it only reads
 * and its client has gone.
 */
function turnsOf({ writes }: Command, args: Arguments, { turn, isGone }: ConnectionContext): Turn {
  const limit = args.size('maxTimeMS') ?? 0;
  const deadline = limit === 0 ? Infinity : performance.now() + limit;
  return async () => {
    await turn();
    if (performance.now() > deadline) throw new Interruption(50, 'operation exceeded time limit');
    if (!writes && isGone()) throw new Interruption(279, 'the client has closed its connection');
  };
}

async function execute(request: Request, context: ConnectionContext): Promise<Reply> {
  if (request.problem !== undefined) throw request.problem;
  const name = firstNameOf(request.body) ?? '';
  const command = commands.get(name);
  const offered = name !== 'configureFailPoint' || context.faults !== undefined;
  if (command === undefined || !offered) throw new ServerError(59, `no such command: '${name}'`);
  const args = new Arguments(name, request.body, request.database, request.sequences);
  const run = async (): Promise<Reply> => {
    args.check([...command.options]);
    if (args.isJournaled && !context.store.isFlushed) {
      throw badValue("cannot use 'j' option when a host does not have journaling enabled");
    }
    const turn = turnsOf(command, args, context);
    const cursors = context.cursors.forCommand(sessionOf(args), args.truth('noCursorTimeout'));
    return { ...(await command.run(args, { ...context, turn, cursors })), ok: 1 };
  };
  if (context.faults === undefined || name === 'configureFailPoint') return run();
  return context.faults.around(name, context.connectionId, run);
}

/** Runs one command and answers with the bytes of its reply document. @throws Cut by a fail point. */
export async function dispatch(request: Request, context: ConnectionContext): Promise<Buffer> {
  try {
    return encode(await execute(request, context));
  } catch (error) {
    return encode(failure(error));
  }
}
