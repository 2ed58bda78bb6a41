import {
  AppendReq,
  BatchAppendReq,
  BatchAppendResp,
  ReadReq,
  ReadResp,
} from '@eventstore/db-client/generated/streams_pb';
import { Empty, StreamIdentifier, UUID } from '@eventstore/db-client/generated/shared_pb';
import { decodeAppend, decodeBatchAppend, type ProposedEvent } from './append-requests';
import { encodeBatchFailure, encodeBatchSuccess } from './append-responses';
import { decodeRead } from './read-requests';
import { encodeCheckpoint, encodeReadEvent } from './read-responses';
import { encodeRecordedEvent, recordedEventData, recordedEventId } from './recorded-event';

const ID = '0d4e2a0e-5b5e-4c5a-9a3b-0a1b2c3d4e5f';
const NAME = 'pakta-Ω/36.73 📜';

function identifier(): StreamIdentifier {
  const stream = new StreamIdentifier();
  stream.setStreamName(Buffer.from(NAME));
  return stream;
}

function uuid(text = ID): UUID {
  const message = new UUID();
  message.setString(text);
  return message;
}

const event: ProposedEvent = {
  id: ID,
  type: 'PactSigned',
  contentType: 'application/json',
  data: Buffer.from('{"a":1}'),
  metadata: Buffer.from('{"b":2}'),
};

describe('messages agree with the classes the client generates from the protocol', () => {
  it('BatchAppendReq', () => {
    const options = new BatchAppendReq.Options();
    options.setStreamIdentifier(identifier());
    options.setStreamPosition('18446744073709551614');
    const proposed = new BatchAppendReq.ProposedMessage();
    proposed.setId(uuid(ID.toUpperCase()));
    proposed.getMetadataMap().set('type', event.type).set('content-type', event.contentType);
    proposed.setData(event.data);
    proposed.setCustomMetadata(event.metadata);
    const request = new BatchAppendReq();
    request.setCorrelationId(uuid());
    request.setOptions(options);
    request.addProposedMessages(proposed);
    request.setIsFinal(true);
    expect(decodeBatchAppend(Buffer.from(request.serializeBinary()), 0)).toEqual({
      correlationId: ID,
      target: { stream: NAME, expected: 2n ** 64n - 2n },
      events: [event],
      isFinal: true,
    });
  });

  it('AppendReq', () => {
    const options = new AppendReq.Options();
    options.setStreamIdentifier(identifier());
    options.setNoStream(new Empty());
    const request = new AppendReq();
    request.setOptions(options);
    expect(decodeAppend(Buffer.from(request.serializeBinary()))).toEqual({
      kind: 'target',
      target: { stream: NAME, expected: 'no_stream' },
    });
  });

  it('ReadReq with a filter', () => {
    const expression = new ReadReq.Options.FilterOptions.Expression();
    expression.setPrefixList(['pact-', 'zone-']);
    const filter = new ReadReq.Options.FilterOptions();
    filter.setStreamIdentifier(expression);
    filter.setMax(10);
    filter.setCheckpointintervalmultiplier(3);
    const position = new ReadReq.Options.Position();
    position.setCommitPosition('9007199254740993');
    position.setPreparePosition('9007199254740993');
    const all = new ReadReq.Options.AllOptions();
    all.setPosition(position);
    const options = new ReadReq.Options();
    options.setAll(all);
    options.setSubscription(new ReadReq.Options.SubscriptionOptions());
    options.setFilter(filter);
    const request = new ReadReq();
    request.setOptions(options);
    expect(decodeRead(Buffer.from(request.serializeBinary()))).toEqual({
      stream: undefined,
      from: 9007199254740993n,
      direction: 'forwards',
      resolveLinks: false,
      until: 'subscription',
      filter: { on: 'stream', prefixes: ['pact-', 'zone-'], checkpointEvery: 30 },
    });
  });

  it('ReadResp with an event', () => {
    const recorded = encodeRecordedEvent(event, {
      stream: NAME,
      revision: 2n ** 63n - 1n,
      position: 123_456,
      created: 1_700_000_000_123,
    });
    expect(recordedEventId(recorded)).toBe(ID);
    expect(recordedEventData(recorded)).toEqual(event.data);
    const read = ReadResp.deserializeBinary(encodeReadEvent(recorded, 123_456)).getEvent();
    const received = read?.getEvent();
    expect(read?.getCommitPosition()).toBe('123456');
    expect(received?.getId()?.getString()).toBe(ID);
    expect(received?.getStreamRevision()).toBe('9223372036854775807');
    expect(received?.getPreparePosition()).toBe('123456');
    expect(Buffer.from(received!.getStreamIdentifier()!.getStreamName_asU8()).toString()).toBe(
      NAME,
    );
    expect(received?.getMetadataMap().get('created')).toBe('17000000001230000');
    expect(Buffer.from(received!.getCustomMetadata_asU8())).toEqual(event.metadata);
  });

  it('ReadResp with a checkpoint', () => {
    const checkpoint = ReadResp.deserializeBinary(encodeCheckpoint(77)).getCheckpoint();
    expect(checkpoint?.getCommitPosition()).toBe('77');
    expect(checkpoint?.getPreparePosition()).toBe('77');
  });

  it('BatchAppendResp', () => {
    const reply = { correlationId: ID, stream: NAME, expected: 'any' } as const;
    const success = BatchAppendResp.deserializeBinary(
      encodeBatchSuccess(reply, { revision: 4, position: 99 }),
    );
    expect(success.getSuccess()?.getCurrentRevision()).toBe('4');
    expect(success.getSuccess()?.getPosition()?.getCommitPosition()).toBe('99');
    expect(success.hasAny()).toBe(true);
    const failure = BatchAppendResp.deserializeBinary(
      encodeBatchFailure(reply, { kind: 'wrong', current: -1, expected: 3n }),
    );
    expect(failure.getError()?.getDetails()?.getTypeName()).toBe(
      'event_store.client.WrongExpectedVersion',
    );
  });
});
