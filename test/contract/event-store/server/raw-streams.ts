import { Empty, StreamIdentifier, UUID } from '@eventstore/db-client/generated/shared_pb';
import { StreamsClient } from '@eventstore/db-client/generated/streams_grpc_pb';
import {
  AppendReq,
  type AppendResp,
  BatchAppendReq,
  type BatchAppendResp,
} from '@eventstore/db-client/generated/streams_pb';
import { convertToCommandError } from '@eventstore/db-client';
import { credentials, type ServiceError } from '@grpc/grpc-js';
import { randomUUID } from 'node:crypto';

/**
 * The client's generated stubs, for requests that the client itself would never send. They speak to
 * insecure servers only.
 */
export function openRawStreams(connectionString: string): StreamsClient {
  const [, address] = /:\/\/(?:[^@/]*@)?([^?/,]+)/u.exec(connectionString) ?? [];
  return new StreamsClient(address ?? '', credentials.createInsecure());
}

export function identifierOf(stream: string): StreamIdentifier {
  const identifier = new StreamIdentifier();
  identifier.setStreamName(Buffer.from(stream, 'utf8'));
  return identifier;
}

export function uuidOf(text: string): UUID {
  const uuid = new UUID();
  uuid.setString(text);
  return uuid;
}

type Properties = Readonly<Record<string, string>>;

const PROPERTIES: Properties = { type: 'Noted', 'content-type': 'application/json' };

/** `AppendReq` with the options, then one with an event of these properties and this data. */
export function appendRequests(
  stream: string,
  properties: Properties = PROPERTIES,
  data = '{}',
): AppendReq[] {
  const options = new AppendReq.Options();
  options.setStreamIdentifier(identifierOf(stream));
  options.setAny(new Empty());
  const event = new AppendReq.ProposedMessage();
  event.setId(uuidOf(randomUUID())).setData(Buffer.from(data));
  for (const [key, value] of Object.entries(properties)) event.getMetadataMap().set(key, value);
  return [new AppendReq().setOptions(options), new AppendReq().setProposedMessage(event)];
}

/** Rejects with what the client would make of the answer. */
export function append(client: StreamsClient, requests: AppendReq[]): Promise<AppendResp> {
  return new Promise((resolve, reject) => {
    const call = client.append((error: ServiceError | null, response) => {
      if (error === null) resolve(response);
      else reject(convertToCommandError(error));
    });
    for (const request of requests) call.write(request);
    call.end();
  });
}

export interface BatchPart {
  readonly correlationId: string;
  /** Absent in all but the first request of an append. */
  readonly stream?: string;
  readonly eventIds?: readonly string[];
  readonly properties?: Properties;
  readonly isFinal?: boolean;
}

export function batchRequest(part: BatchPart): BatchAppendReq {
  const { correlationId, stream, eventIds = [randomUUID()], properties = PROPERTIES } = part;
  const request = new BatchAppendReq();
  request.setCorrelationId(uuidOf(correlationId)).setIsFinal(part.isFinal ?? true);
  if (stream !== undefined) {
    const options = new BatchAppendReq.Options();
    options.setStreamIdentifier(identifierOf(stream)).setAny(new Empty());
    request.setOptions(options);
  }
  for (const id of eventIds) {
    const event = new BatchAppendReq.ProposedMessage();
    event.setId(uuidOf(id)).setData(Buffer.from('{}'));
    for (const [key, value] of Object.entries(properties)) event.getMetadataMap().set(key, value);
    request.addProposedMessages(event);
  }
  return request;
}

/** What one BatchAppend call answers to these requests, by correlation id. */
export function batchAppend(
  client: StreamsClient,
  requests: readonly BatchAppendReq[],
): Promise<Map<string, BatchAppendResp>> {
  return new Promise((resolve, reject) => {
    const answers = new Map<string, BatchAppendResp>();
    const call = client.batchAppend();
    call.on('data', (answer: BatchAppendResp) => {
      answers.set(answer.getCorrelationId()?.getString() ?? '', answer);
    });
    call.on('error', reject);
    call.on('end', () => {
      resolve(answers);
    });
    for (const request of requests) call.write(request);
    call.end();
  });
}
