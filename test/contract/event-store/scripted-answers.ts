import {
  AllStreamPosition,
  StreamIdentifier,
  UUID,
} from '@eventstore/db-client/generated/shared_pb';
import { Status } from '@eventstore/db-client/generated/status_pb';
import {
  type BatchAppendReq,
  BatchAppendResp,
  ReadResp,
} from '@eventstore/db-client/generated/streams_pb';
import { Any } from 'google-protobuf/google/protobuf/any_pb';
import { Empty } from 'google-protobuf/google/protobuf/empty_pb';

import { sample } from './samples';

/** That the append was written; with no position when none is given. */
export function success(
  request: BatchAppendReq,
  revision: number,
  position?: number,
): BatchAppendResp {
  const written = new BatchAppendResp.Success();
  written.setCurrentRevision(revision.toString());
  if (position === undefined) {
    written.setNoPosition(new Empty());
  } else {
    const value = new AllStreamPosition();
    value.setCommitPosition(position.toString());
    value.setPreparePosition(position.toString());
    written.setPosition(value);
  }
  const response = answerTo(request);
  response.setSuccess(written);
  return response;
}

/** An error of the store, by the name of its message. */
export function failure(request: BatchAppendReq, name: string): BatchAppendResp {
  const details = new Any();
  details.setTypeUrl(`type.googleapis.com/event_store.client.${name}`);
  const status = new Status();
  status.setDetails(details);
  const response = answerTo(request);
  response.setError(status);
  return response;
}

function answerTo(request: BatchAppendReq): BatchAppendResp {
  const response = new BatchAppendResp();
  response.setCorrelationId(request.getCorrelationId());
  response.setStreamIdentifier(theStream());
  return response;
}

function theStream(): StreamIdentifier {
  const identifier = new StreamIdentifier();
  identifier.setStreamName(Buffer.from('framework-mcp-2024').toString('base64'));
  return identifier;
}

export function confirmation(): ReadResp {
  const confirmed = new ReadResp.SubscriptionConfirmation();
  confirmed.setSubscriptionId('subscription-1');
  const response = new ReadResp();
  response.setConfirmation(confirmed);
  return response;
}

/** That there is no such stream. */
export function missing(): ReadResp {
  const notFound = new ReadResp.StreamNotFound();
  notFound.setStreamIdentifier(theStream());
  const response = new ReadResp();
  response.setStreamNotFound(notFound);
  return response;
}

export function caughtUp(): ReadResp {
  const response = new ReadResp();
  response.setCaughtUp(new ReadResp.CaughtUp());
  return response;
}

/** How far the server says a filtered subscription has scanned. */
export function checkpoint(position: number): ReadResp {
  const reached = new ReadResp.Checkpoint();
  reached.setCommitPosition(position.toString());
  reached.setPreparePosition(position.toString());
  const response = new ReadResp();
  response.setCheckpoint(reached);
  return response;
}

/** One of the store's own events, as it writes them by itself every few seconds. */
export function statistics(number: number): ReadResp {
  const response = recorded(number);
  response.getEvent()!.getEvent()!.getMetadataMap().set('type', '$statsCollected');
  return response;
}

/** `sample(number)` as a read gives it back, at a position of its number. */
export function recorded(number: number, position = number.toString()): ReadResp {
  const { id, event, metadata } = sample(number);
  const uuid = new UUID();
  uuid.setString(id);
  const record = new ReadResp.ReadEvent.RecordedEvent();
  record.setId(uuid);
  record.setStreamIdentifier(theStream());
  record.setStreamRevision((number - 1).toString());
  record.setCommitPosition(position);
  record.setPreparePosition(position);
  record.getMetadataMap().set('type', event.type).set('content-type', 'application/json');
  record.setData(Buffer.from(JSON.stringify(event.data)).toString('base64'));
  record.setCustomMetadata(Buffer.from(JSON.stringify(metadata)).toString('base64'));
  const read = new ReadResp.ReadEvent();
  read.setEvent(record);
  const response = new ReadResp();
  response.setEvent(read);
  return response;
}
