/** What a stable code promises: its HTTP status, what it is called and what usually helps. */
export interface CatalogueEntry {
  readonly status: number;
  readonly title: string;
  readonly fix: string;
}

const REPEAT = 'Send the same command again, with the same idempotency key.';

/**
 * Every code the edge itself can answer with. Codes are public and never change their meaning;
 * the refusals of the domain have codes of their own (see `refusals.ts`).
 */
export const PROBLEMS = {
  'request.malformed-json': entry(400, 'The body is not JSON', 'Send one JSON value in UTF-8.'),
  'request.invalid': entry(400, 'The request is not valid', 'Correct the fields listed.'),
  'request.unknown-field': entry(400, 'A field is not known', 'Remove or rename the field.'),
  'request.duplicate-key': entry(400, 'A key stands twice', 'Send every key once per object.'),
  'request.forbidden-key': entry(400, 'A key is not allowed', 'Rename the key.'),
  'request.unsafe-number': entry(
    400,
    'A number cannot be kept exactly',
    'Send the number as text, such as "9007199254740993".',
  ),
  'request.broken-text': entry(
    400,
    'A text is not Unicode',
    'Send surrogates in pairs or leave the character out.',
  ),
  'request.too-deep': entry(400, 'The JSON is nested too deeply', 'Send flatter JSON.'),
  'request.too-many-keys': entry(400, 'The JSON has too many keys', 'Split it up.'),
  'request.too-many-items': entry(400, 'The JSON has too many list items', 'Split it up.'),
  'request.string-too-long': entry(400, 'A text is too long', 'Shorten the text.'),
  'request.too-large': entry(413, 'The body is too large', 'Split it up.'),
  'request.unsupported-media-type': entry(
    415,
    'The body is of a type that is not read here',
    'Send Content-Type: application/json, without Content-Encoding.',
  ),
  'request.malformed-url': entry(400, 'The address cannot be read', 'Check the URL encoding.'),
  'request.malformed-http': entry(400, 'The request is not HTTP', 'Check the client or proxy.'),
  'request.headers-too-large': entry(431, 'The headers are too large', 'Send fewer headers.'),
  'request.timeout': entry(408, 'The request took too long to arrive', REPEAT),
  'request.aborted': entry(400, 'The request ended before it was complete', REPEAT),
  'request.not-found': entry(404, 'There is nothing at this address', 'Check the path.'),
  'request.method-not-allowed': entry(
    405,
    'The address does not take this method',
    'Use a method of the Allow header.',
  ),
  'resource.not-found': entry(404, 'It does not exist, or not for you', 'Check the identifier.'),
  'idempotency.missing-key': entry(
    400,
    'The command carries no idempotency key',
    'Send an Idempotency-Key header, or commandId (a UUID) in the body. Keep it when repeating.',
  ),
  'idempotency.invalid-key': entry(
    400,
    'The idempotency key cannot be used',
    'Send one key: 1 to 255 visible ASCII characters in the header, or a UUID as commandId.',
  ),
  'idempotency.key-reused': entry(
    422,
    'The idempotency key was used for a different command',
    'Use a new key for a new command; repeat a command unchanged.',
  ),
  'access.token-missing': entry(
    401,
    'A bearer token is needed',
    'Send Authorization: Bearer <access token>.',
  ),
  'access.token-invalid': entry(
    401,
    'The bearer token is not accepted',
    'Get a fresh access token for this service and send it unchanged.',
  ),
  'access.keys-unavailable': entry(
    503,
    'Tokens cannot be checked at the moment',
    'Wait as long as Retry-After says, then send the request again.',
  ),
  'access.not-permitted': entry(
    403,
    'Your role does not permit this',
    'Ask an administrator for the role, or hand the task to somebody who has it.',
  ),
  'access.outside-jurisdiction': entry(
    403,
    'The region is outside your jurisdiction',
    'Hand the task to somebody whose jurisdiction covers the region.',
  ),
  'vault.not-configured': entry(
    501,
    'This service has no vault for personal data',
    'Ask the operators to set JEJAK_VAULT_KEY and JEJAK_VAULT_DIRECTORY. Nothing was recorded.',
  ),
  'vault.key-destroyed': entry(
    410,
    'The key of this subject was destroyed at a request for erasure',
    'Nobody can read or add what is sealed under it any more. The events about the case stand; seal what is new under a new UUID.',
  ),
  'view.not-there-yet': entry(
    503,
    'The view has not got to the position asked for',
    'Wait as long as Retry-After says, then ask again.',
  ),
  'view.being-built': entry(
    503,
    'The view is being built and cannot be read yet',
    'Wait as long as Retry-After says, then ask again; other views still answer.',
  ),
  'view.parked': entry(
    503,
    'An event of this document is parked, so its view stands still',
    'Ask the operators of the service; the recorded events are safe.',
  ),
  'projection.unknown-view': entry(
    404,
    'No view of this name is projected here',
    'GET /v1/projections lists the views there are.',
  ),
  'projection.no-build': entry(
    404,
    'Nothing is built beside the live view',
    'Start a build with POST /v1/projections/{view}/build.',
  ),
  'projection.not-parked': entry(
    404,
    'No event is parked there',
    'GET /v1/projections/parked lists what is parked; it may have been released meanwhile.',
  ),
  'projection.not-following': entry(
    503,
    'The projection does not follow the log now',
    'GET /health/ready says what it waits for. What was asked for is done when it follows again.',
  ),
  'projection.written-elsewhere': entry(
    409,
    'Another process writes this view',
    'Nothing was changed. Send the request to the projector that holds the lease of the view.',
  ),
  'projection.build-under-way': entry(
    409,
    'A build of this view is under way already',
    'Nothing was changed. Wait for that build, or cancel it with DELETE on its address.',
  ),
  'projection.build-not-ready': entry(
    409,
    'The build is not ready to be read',
    'Nothing was changed. Wait until its state is ready, then ask again.',
  ),
  'projection.nothing-to-roll-back-to': entry(
    409,
    'No earlier generation of this view is kept',
    'Nothing was changed. Rebuild the view instead.',
  ),
  'read-store.unavailable': entry(
    503,
    'The read store cannot be reached',
    'Wait as long as Retry-After says, then ask again. Nothing is lost: views continue where they stood.',
  ),
  'store.unavailable': entry(
    503,
    'The event store cannot be reached',
    `Nothing was recorded. ${REPEAT}`,
  ),
  'store.unknown-outcome': entry(
    503,
    'It is not known whether the command was recorded',
    `${REPEAT} It will not be recorded twice.`,
  ),
  'store.conflict': entry(
    503,
    'Other commands kept changing the same record first',
    `Nothing was recorded. ${REPEAT}`,
  ),
  'store.unreadable-event': entry(
    500,
    'A recorded event cannot be read by this version',
    'Report the event to the operators of the service: jejak parked list and show tell them more.',
  ),
  'server.unavailable': entry(
    503,
    'The service is not ready to answer',
    'Wait as long as Retry-After says, then send the request again.',
  ),
  'server.unexpected': entry(
    500,
    'Something unexpected went wrong on our side',
    'Report the correlation id to the operators of the service.',
  ),
} as const satisfies Record<string, CatalogueEntry>;

/** A code the edge answers with by itself. */
export type EdgeCode = keyof typeof PROBLEMS;

/** The entry of an edge code; undefined for any other text, `constructor` included. */
export function edgeProblem(code: string): CatalogueEntry | undefined {
  return Object.hasOwn(PROBLEMS, code) ? PROBLEMS[code as EdgeCode] : undefined;
}

function entry(status: number, title: string, fix: string): CatalogueEntry {
  return { status, title, fix };
}
