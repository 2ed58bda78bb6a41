import { fieldsOf } from '../bson/value';
import { encode } from '../bson/encode';
import { codeNameOf, ServerError } from '../errors';
import { type Turn } from '../query/pace';
import { type Request } from '../wire/message';
import { Arguments, type Context, type Reply } from './command';
import { Cut } from './faults';
import { commands } from './registry';

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

/** The turns of one command: over when its time is, as MongoDB does with `maxTimeMS`. */
function timed(turn: Turn, milliseconds: number | undefined): Turn {
  if (milliseconds === undefined || milliseconds === 0) return turn;
  const deadline = performance.now() + milliseconds;
  return async () => {
    await turn();
    if (performance.now() > deadline) throw new ServerError(50, 'operation exceeded time limit');
  };
}

async function execute(request: Request, context: Context): Promise<Reply> {
  if (request.problem !== undefined) throw request.problem;
  const name = fieldsOf(request.body)[0]?.name ?? '';
  const command = commands.get(name);
  const offered = name !== 'configureFailPoint' || context.faults !== undefined;
  if (command === undefined || !offered) throw new ServerError(59, `no such command: '${name}'`);
  const args = new Arguments(name, request.body, request.database, request.sequences);
  const run = async (): Promise<Reply> => {
    args.check([...command.options]);
    const turn = timed(context.turn, args.size('maxTimeMS'));
    return { ...(await command.run(args, { ...context, turn })), ok: 1 };
  };
  if (context.faults === undefined || name === 'configureFailPoint') return run();
  return context.faults.around(name, context.connectionId, run);
}

/** Runs one command and answers with the bytes of its reply document. @throws Cut by a fail point. */
export async function dispatch(request: Request, context: Context): Promise<Buffer> {
  try {
    return encode(await execute(request, context));
  } catch (error) {
    return encode(failure(error));
  }
}
