/** What a parent may ask of a child, by name. Inputs and results cross as structured clones. */
export type Methods = Readonly<Record<string, (input: never) => unknown>>;

export interface Served {
  readonly methods: Methods;
  stop(): Promise<void>;
}

export interface Call {
  readonly id: number;
  readonly method: string;
  readonly input: unknown;
}

export type Answer =
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly error: string };

/**
 * Makes this process a child that answers one parent. The first call is `start`. It ends when the
 * parent disconnects, also by dying: no child outlives its run.
 */
export function serve(start: (input: never) => Promise<Served>): void {
  let served: Served | undefined;

  const perform = async ({ method, input }: Call): Promise<unknown> => {
    if (method === 'start') {
      served = await start(input as never);
      return undefined;
    }
    const asked = served?.methods[method];
    if (asked === undefined) throw new Error(`No method ${method}`);
    return await asked(input as never);
  };

  const answer = async (call: Call): Promise<Answer> => {
    try {
      return { id: call.id, result: await perform(call) };
    } catch (error) {
      return { id: call.id, error: error instanceof Error ? (error.stack ?? '') : String(error) };
    }
  };

  process.on('message', (call: Call) => {
    void answer(call).then((said) => process.send?.(said));
  });
  process.on('SIGINT', () => undefined);
  process.on('disconnect', () => {
    const ended = (): never => process.exit();
    setTimeout(ended, 8_000).unref();
    (served?.stop() ?? Promise.resolve()).then(ended, ended);
  });
}
