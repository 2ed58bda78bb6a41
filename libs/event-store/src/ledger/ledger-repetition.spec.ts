import { v5 as uuidv5 } from 'uuid';

import { collect } from '../testing/collect';
import { countingDecider, envelopeOf } from '../testing/counting-decider';
import {
  type LedgerUnderTest,
  ledgerUnderTest,
  recorded,
  stream,
} from '../testing/ledger-under-test';

let given: LedgerUnderTest;
beforeEach(() => {
  given = ledgerUnderTest();
});

describe('a command', () => {
  it('is answered with what was recorded and where', async () => {
    const answer = await recorded(given.add(1, { amounts: [4, 5] }));
    const events = await collect(given.store.readStream(stream));
    expect(answer).toEqual({
      stream,
      commandId: envelopeOf(1, stream, {}).commandId,
      revision: 1n,
      position: events[1]!.position,
      events: events.map(({ id, revision }) => ({ id, type: 'FrameworkPublished', revision })),
      repeated: false,
    });
    expect(events[0]!.metadata).toMatchObject({
      $causationId: answer.commandId,
      $correlationId: 'request-1',
      schemaVersion: 1,
    });
  });

  it('makes event ids that follow from the decision alone', async () => {
    given.ledger = given.newLedger({ clock: () => new Date(0) });
    const { events } = await recorded(given.add(1, { amounts: [1, 2] }));
    const { commandId, commandSha256 } = envelopeOf(1, stream, { amounts: [1, 2] });
    const name = (index: number): string =>
      `${stream}/${index}/${commandSha256}/1970-01-01T00:00:00.000Z`;
    expect(events.map(({ id }) => id)).toEqual([
      uuidv5(name(0), commandId),
      uuidv5(name(1), commandId),
    ]);
  });

  it('that is refused records nothing and may be accepted later under the same id', async () => {
    await expect(given.add(1, { amounts: [5], atMost: 4 })).resolves.toMatchObject({
      kind: 'refused',
    });
    expect((await given.stored()).amounts).toEqual([]);
    await expect(given.add(1, { amounts: [4] })).resolves.toMatchObject({ kind: 'recorded' });
  });

  it('that is accepted without any event is a bug', async () => {
    await expect(given.add(1, { amounts: [] })).rejects.toThrow('recorded nothing');
  });

  it('reads the stream once while cold and never while warm', async () => {
    for (let number = 1; number <= 50; number += 1) await given.add(number, { amounts: [1] });
    expect(given.store.readCount).toBe(1);
  });

  it('does not wait for commands on other streams', async () => {
    const order: string[] = [];
    await Promise.all(
      ['framework-a-1', 'framework-b-1', 'framework-a-1'].map((on, index) =>
        given.add(index, { amounts: [1] }, given.ledger, on).then(() => order.push(on)),
      ),
    );
    expect(order).toEqual(['framework-a-1', 'framework-b-1', 'framework-a-1']);
  });
});

describe('a repeated command', () => {
  it('is answered with the very same values', async () => {
    const first = await recorded(given.add(1, { amounts: [4, 5] }));
    await given.add(2, { amounts: [1] });
    expect(await recorded(given.add(1, { amounts: [4, 5] }))).toEqual({ ...first, repeated: true });
  });

  it('is recognised whatever the case of its id', async () => {
    const command = { amounts: [1] };
    const envelope = envelopeOf(0xabc, stream, command);
    await given.add(0xabc, command);
    const commandId = envelope.commandId.toUpperCase();
    await expect(
      given.ledger.handle(countingDecider, stream, { ...envelope, commandId }, (state) =>
        countingDecider.decide(state, command),
      ),
    ).resolves.toMatchObject({ kind: 'recorded', repeated: true });
  });

  it('happens once when twenty arrive together', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => recorded(given.add(1, { amounts: [7] }))),
    );
    expect((await given.stored()).amounts).toEqual([7]);
    expect(answers.filter(({ repeated }) => !repeated)).toHaveLength(1);
    expect(new Set(answers.map(({ revision }) => revision))).toEqual(new Set([0n]));
  });

  it('happens once when twenty processes race', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => recorded(given.add(1, { amounts: [7] }, given.newLedger()))),
    );
    expect((await given.stored()).amounts).toEqual([7]);
    expect(new Set(answers.map(({ position }) => position.commit)).size).toBe(1);
  });

  it('is answered the same after a restart', async () => {
    const first = await recorded(given.add(1, { amounts: [4, 5] }));
    await given.add(2, { amounts: [3] });
    const again = await recorded(given.add(1, { amounts: [4, 5] }, given.newLedger()));
    expect(again).toEqual({ ...first, repeated: true });
  });

  it('is found when another process recorded it and this one is warm', async () => {
    await given.add(1, { amounts: [1] });
    const later = { clock: () => new Date(Date.now() + 60_000) };
    await given.add(2, { amounts: [2] }, given.newLedger(later));
    expect(await recorded(given.add(2, { amounts: [2] }))).toMatchObject({ repeated: true });
    expect((await given.stored()).amounts).toEqual([1, 2]);
  });

  it('with another body is told apart when another process recorded it and this one is warm', async () => {
    await given.add(1, { amounts: [1] });
    await given.add(2, { amounts: [2] }, given.newLedger());
    await expect(given.add(2, { amounts: [3] })).resolves.toEqual({
      kind: 'command-id-reused',
      stream,
    });
    expect((await given.stored()).amounts).toEqual([1, 2]);
  });

  it('with another body is told apart, now and after a restart', async () => {
    await given.add(1, { amounts: [4] });
    const reused = { kind: 'command-id-reused', stream };
    await expect(given.add(1, { amounts: [5] })).resolves.toEqual(reused);
    await expect(given.add(1, { amounts: [5] }, given.newLedger())).resolves.toEqual(reused);
  });

  it('on another stream is told apart while this process remembers', async () => {
    await given.add(1, { amounts: [4] });
    await expect(
      given.add(1, { amounts: [4] }, given.ledger, 'framework-spi-2024'),
    ).resolves.toEqual({
      kind: 'command-id-reused',
      stream,
    });
  });
});
