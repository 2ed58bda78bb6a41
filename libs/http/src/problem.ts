import { PROBLEMS, type EdgeCode } from './problem-catalogue';

/** One field that stands in the way. */
export interface FieldError {
  /** Place in the body or query: `items[0].milestones[1].dueOn`. */
  readonly field: string;
  readonly message: string;
  /** The known field that an unknown one most resembles. */
  readonly nearest?: string;
  /** Every field known at this place. */
  readonly allowed?: readonly string[];
}

/** A recorded event that stands in the way, without anything it says. */
export interface EventInTheWay {
  readonly stream: string;
  /** Decimal text. */
  readonly revision: string;
  readonly reason: string;
}

export interface ProblemDetails {
  /** Why it went wrong, in a sentence. */
  readonly detail?: string;
  /** What the caller can do about it. */
  readonly fix?: string;
  readonly field?: string;
  readonly errors?: readonly FieldError[];
  readonly event?: EventInTheWay;
  /** Reply headers that belong to the answer, such as Retry-After. */
  readonly headers?: Readonly<Record<string, string>>;
  /** For the log only; never in the reply. */
  readonly cause?: unknown;
}

/** The reply body, RFC 9457 with our extensions. */
export interface ProblemBody {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly fix: string;
  readonly field?: string;
  readonly errors?: readonly FieldError[];
  readonly event?: EventInTheWay;
  readonly correlationId: string;
  /** Path of the request, without its query. */
  readonly instance: string;
}

/** An answer that says no: thrown anywhere at the edge, written out by `ProblemFilter`. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly detail: string;
  readonly fix: string;
  readonly field?: string;
  readonly errors?: readonly FieldError[];
  readonly event?: EventInTheWay;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    readonly code: string,
    readonly status: number,
    readonly title: string,
    details: ProblemDetails & { readonly fix: string },
  ) {
    super(`${code}: ${details.detail ?? title}`, { cause: details.cause });
    this.detail = details.detail ?? `${title}.`;
    this.fix = details.fix;
    if (details.field !== undefined && details.field !== '') this.field = details.field;
    if (details.errors !== undefined) this.errors = details.errors;
    if (details.event !== undefined) this.event = details.event;
    this.headers = details.headers ?? {};
  }
}

/** Seconds after which a caller may sensibly try again, by code. */
const RETRY_AFTER: Partial<Record<EdgeCode, number>> = {
  'server.unavailable': 2,
  'access.keys-unavailable': 5,
  'view.not-there-yet': 1,
  'view.being-built': 10,
  'view.parked': 60,
  'projection.build-not-ready': 5,
  'projection.not-following': 2,
  'read-store.unavailable': 2,
  'store.unavailable': 2,
  'store.unknown-outcome': 1,
  'store.conflict': 1,
};

/** A problem of the edge's own catalogue; what is not said is taken from there. */
export function problem(code: EdgeCode, details: ProblemDetails = {}): Problem {
  const { status, title, fix } = PROBLEMS[code];
  const seconds = RETRY_AFTER[code];
  const headers = {
    ...(seconds === undefined ? {} : { 'Retry-After': String(seconds) }),
    ...details.headers,
  };
  return new Problem(code, status, title, { fix, ...details, headers });
}

/** The reply body of a problem, for one request. */
export function problemBody(
  { code, title, status, detail, fix, field, errors, event }: Problem,
  request: { readonly correlationId: string; readonly path: string },
): ProblemBody {
  return {
    type: `/problems/${code}`,
    title,
    status,
    detail,
    code,
    fix,
    ...(field === undefined ? {} : { field }),
    ...(errors === undefined ? {} : { errors }),
    ...(event === undefined ? {} : { event }),
    correlationId: request.correlationId,
    instance: request.path,
  };
}
