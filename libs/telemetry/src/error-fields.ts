/** What a log line says of an error. */
export interface ErrorFields {
  readonly type: string;
  readonly message: string;
  readonly stack: string | null;
  readonly code?: string | number;
  readonly cause?: ErrorFields | string;
}

const deepestCause = 5;

/**
 * Name, message, stack, code and causes, and nothing else that an error carries: drivers attach the
 * document or the request that failed, and those hold people's data.
 */
export function errorFields(error: unknown, depth = 0): ErrorFields | string {
  if (!(error instanceof Error)) return typeof error === 'string' ? error : typeof error;
  const code = 'code' in error ? error.code : undefined;
  return {
    type: error.name,
    message: error.message,
    stack: error.stack ?? null,
    ...(typeof code === 'string' || typeof code === 'number' ? { code } : {}),
    ...(error.cause === undefined || depth >= deepestCause
      ? {}
      : { cause: errorFields(error.cause, depth + 1) }),
  };
}
