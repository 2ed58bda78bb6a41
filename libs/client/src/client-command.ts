/**
 * Which of the caller's identities sends a command: four eyes need two, who recommends a predicate does
 * not grant it, and only a registered system may say when something reached it.
 */
export type SendAs = 'operator' | 'verifier' | 'evaluator' | 'minister' | 'system';

/** A command as it goes over HTTP. */
export interface ClientCommand {
  /** Path below the service's address, such as `/v1/pacts/serang-2022-06-23/sign`. */
  readonly path: string;
  /** Idempotency key: the same key with the same body is recorded once, whatever happens. */
  readonly key: string;
  readonly as: SendAs;
  readonly body: Readonly<Record<string, unknown>>;
}

/** A problem reply (RFC 9457) as far as a client needs it. */
export interface ClientProblem {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail?: string;
  readonly fix?: string;
  readonly errors?: readonly { readonly field: string; readonly message: string }[];
  readonly correlationId?: string;
  /** The recorded event that stands in the way. */
  readonly event?: {
    readonly stream: string;
    readonly revision: string;
    readonly reason: string;
  };
  /** Seconds after which asking again makes sense, where the service said so. */
  readonly retryAfterSeconds?: number;
}

export type SendResult =
  | {
      readonly kind: 'recorded';
      /** True when an earlier try had recorded it already; nothing was added. */
      readonly repeated: boolean;
      readonly stream: string;
      readonly revision: string;
      readonly position: string;
    }
  | { readonly kind: 'refused'; readonly problem: ClientProblem };
