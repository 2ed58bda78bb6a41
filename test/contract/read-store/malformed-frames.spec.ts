import { type Document, serialize } from 'bson';
import fc from 'fast-check';
import { describeEmbedded, upTo, useClient } from './support';
import {
  bodySection,
  command,
  framed,
  OP_MSG,
  opMsg,
  opQuery,
  RawConnection,
  type Reply,
  sequenceSection,
} from './raw-frames';

const connected = useClient();

/** What is not this protocol is answered with an error or by closing: a real server may do the other. */
describeEmbedded('a connection that carries nonsense', () => {
  const open = (): Promise<RawConnection> => RawConnection.to(connected.store.connectionString);

  /** What comes back for these bytes: a reply, or undefined for a closed connection. */
  async function answerTo(bytes: Uint8Array): Promise<Reply | undefined> {
    const connection = await open();
    connection.write(bytes);
    const reply = await connection.reply();
    connection.close();
    return reply;
  }

  const codeOfAnswer = async (bytes: Uint8Array): Promise<number | 'closed' | undefined> => {
    const reply = await answerTo(bytes);
    return reply === undefined ? 'closed' : (reply.document['code'] as number | undefined);
  };

  const ping: Document = { ping: 1, $db: 'admin' };
  const pingBytes = Buffer.from(serialize(ping));

  afterEach(async () => {
    // The node goes on serving others.
    expect(await connected.client.db('admin').command({ ping: 1 })).toEqual({ ok: 1 });
  });

  it('is not needed to be whole: a message may come byte by byte', async () => {
    const connection = await open();
    for (const byte of command(ping)) connection.write(Buffer.from([byte]));
    expect((await connection.reply())?.document).toEqual({ ok: 1 });
    const two = Buffer.concat([command(ping), command(ping)]);
    for (const at of [1, 4, 15, 16, 17, two.length - 1]) {
      connection.write(two.subarray(0, at));
      await new Promise((resolve) => setTimeout(resolve, 2));
      connection.write(two.subarray(at));
      expect((await connection.reply())?.document).toEqual({ ok: 1 });
      expect((await connection.reply())?.document).toEqual({ ok: 1 });
    }
    connection.close();
  });

  it.each<[what: string, bytes: Buffer]>([
    ['a length above 48 MB', framed(OP_MSG, pingBytes, 48_000_001)],
    ['a length below 16', framed(OP_MSG, pingBytes, 15)],
    ['a negative length', framed(OP_MSG, pingBytes, -1)],
    ['an operation that does not exist', framed(4711, pingBytes)],
    ['a compressed message nobody agreed on', framed(2012, pingBytes)],
    ['an old insert', framed(2002, pingBytes)],
    ['a message without sections', opMsg([])],
    ['a section of an unknown kind', opMsg([Buffer.from([9]), pingBytes])],
    ['two bodies', opMsg([bodySection(pingBytes), bodySection(pingBytes)])],
    ['a required flag nobody knows', command(ping, 0x40)],
    ['a checksum that is wrong', Buffer.concat([command(ping, 1).fill(0, 0, 0)])],
    [
      'a sequence longer than its message',
      opMsg([bodySection(pingBytes), sequenceSection('documents', [], 1_000)]),
    ],
    [
      'a sequence of length 0',
      opMsg([bodySection(pingBytes), sequenceSection('documents', [], 0)]),
    ],
    [
      'a sequence of negative length',
      opMsg([bodySection(pingBytes), sequenceSection('documents', [], -8)]),
    ],
    [
      'a sequence that ends inside a document',
      opMsg([bodySection(pingBytes), sequenceSection('documents', [pingBytes], 20)]),
    ],
    [
      'a sequence twice',
      opMsg([bodySection(pingBytes), sequenceSection('a', []), sequenceSection('a', [])]),
    ],
  ])('is closed for %s', async (_what, bytes) => {
    expect(await codeOfAnswer(bytes)).toBe('closed');
  });

  it('is told what is wrong with a document', async () => {
    const insert = {
      insert: 'c',
      $db: connected.db.databaseName,
      documents: [{ a: 'text', b: { c: 1 } }],
    };
    const broken = (change: (bytes: Buffer) => void): Buffer => {
      const bytes = Buffer.from(serialize(insert));
      change(bytes);
      return opMsg([bodySection(bytes)]);
    };
    const at = (text: string, bytes: Buffer): number => bytes.indexOf(text);
    expect(
      await codeOfAnswer(broken((bytes) => bytes.writeInt32LE(999, at('a\0', bytes) + 2))),
    ).toBe(22);
    expect(
      await codeOfAnswer(broken((bytes) => bytes.writeInt32LE(-5, at('a\0', bytes) + 2))),
    ).toBe(22);
    expect(
      await codeOfAnswer(broken((bytes) => bytes.writeUInt8(0x55, at('c\0\x01', bytes) - 1))),
    ).toBe(22);
    expect(await codeOfAnswer(broken((bytes) => bytes.writeUInt8(7, bytes.length - 1)))).toBe(22);
  });

  it('is told that documents nest too deep (15), at any depth', async () => {
    const nested = (depth: number): Buffer => {
      // Built from the inside, for no library goes that deep.
      let inner = Buffer.from(serialize({}));
      for (let level = 0; level < depth; level += 1) {
        const size = Buffer.alloc(4);
        size.writeInt32LE(inner.length + 8);
        inner = Buffer.concat([size, Buffer.from([3, 0x61, 0]), inner, Buffer.from([0])]);
      }
      return inner;
    };
    const insert = (document: Buffer): Buffer =>
      opMsg([
        bodySection(serialize({ insert: 'deep', $db: connected.db.databaseName })),
        sequenceSection('documents', [document]),
      ]);
    expect(await codeOfAnswer(insert(nested(150)))).toBeUndefined();
    for (const depth of [250, 5_000]) expect(await codeOfAnswer(insert(nested(depth)))).toBe(15);
    expect(await connected.db.collection('deep').countDocuments()).toBe(1);
  });

  it('takes what is no UTF-8 as it comes, and gives it back', async () => {
    const bytes = Buffer.from(serialize({ _id: 1, a: 'xx' }));
    bytes.set([0xff, 0xfe], bytes.indexOf('xx'));
    const insert = opMsg([
      bodySection(serialize({ insert: 'utf8', $db: connected.db.databaseName })),
      sequenceSection('documents', [bytes]),
    ]);
    expect((await answerTo(insert))?.document).toMatchObject({ n: 1, ok: 1 });
    const [raw] = await connected.db.collection('utf8').find({}, { raw: true }).toArray();
    expect(Buffer.from(raw as unknown as Uint8Array).equals(bytes)).toBe(true);
  });

  it('needs a database (40571), and greets in the old framing only (352)', async () => {
    expect(await codeOfAnswer(command({ ping: 1 }))).toBe(40571);
    expect(await codeOfAnswer(command({ ping: 1, $db: 'a.b' }))).toBe(73);
    expect((await answerTo(opQuery('admin.$cmd', { isMaster: 1 })))?.document).toMatchObject({
      ismaster: true,
      ok: 1,
    });
    expect((await answerTo(opQuery('admin.$cmd', { hello: 1 })))?.operation).toBe(1);
    expect(await codeOfAnswer(opQuery('admin.$cmd', { ping: 1 }))).toBe(352);
  });

  it('is refused a sequence the command does not know (40415), or one that is also a field (40433)', async () => {
    const documents = sequenceSection('documents', [Buffer.from(serialize({}))]);
    expect(await codeOfAnswer(opMsg([bodySection(pingBytes), documents]))).toBe(40415);
    const insert = serialize({ insert: 'c', documents: [], $db: connected.db.databaseName });
    expect(await codeOfAnswer(opMsg([bodySection(insert), documents]))).toBe(40433);
  });

  it('gets no answer to what wants none, and one to what comes next', async () => {
    const connection = await open();
    connection.write(command({ nothing: 1, $db: 'admin' }, 2));
    connection.write(
      command(
        {
          insert: 'silent',
          documents: [{}],
          $db: connected.db.databaseName,
          writeConcern: { w: 0 },
        },
        2,
      ),
    );
    connection.write(command(ping));
    expect((await connection.reply())?.document).toEqual({ ok: 1 });
    connection.close();
    expect(await connected.db.collection('silent').countDocuments()).toBe(1);
  });

  it('with a checksum is believed when it is right', async () => {
    // Written down from the definition: CRC-32C of the message before it.
    const castagnoli = (bytes: Uint8Array): number => {
      let crc = 0xffffffff;
      for (const byte of bytes) {
        crc ^= byte;
        for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0x82f63b78 : crc >>> 1;
      }
      return (crc ^ 0xffffffff) >>> 0;
    };
    const message = Buffer.concat([command(ping, 1), Buffer.alloc(4)]);
    message.writeInt32LE(message.length, 0);
    message.writeUInt32LE(castagnoli(message.subarray(0, -4)), message.length - 4);
    expect((await answerTo(message))?.document).toEqual({ ok: 1 });
    message.writeUInt32LE(1, message.length - 4);
    expect(await codeOfAnswer(message)).toBe('closed');
  });

  it('ends with an error or closed, wherever a message is cut or changed', async () => {
    const insert = opMsg([
      bodySection(serialize({ insert: 'fuzz', $db: connected.db.databaseName, ordered: false })),
      sequenceSection(
        'documents',
        upTo(3).map((a) => serialize({ a, b: ['x', { c: null }] })),
      ),
    ]);
    const change = fc.tuple(fc.nat(insert.length - 1), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
        const bytes = Buffer.from(insert);
        // The length stays: else the node rightly waits for more.
        for (const [at, byte] of changes) if (at >= 4) bytes[at] = byte;
        const connection = await open();
        connection.write(bytes);
        await connection.finish();
        connection.close();
      }),
      { numRuns: 300 },
    );
    for (const length of upTo(insert.length)) {
      const connection = await open();
      connection.write(insert.subarray(0, length));
      expect(await connection.finish()).toBeUndefined();
      connection.close();
    }
  });

  it('ends with an error or closed for any bytes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 200 }),
        fc.boolean(),
        async (noise, isMessage) => {
          const connection = await open();
          connection.write(isMessage ? framed(OP_MSG, noise) : noise);
          const reply = await connection.finish();
          if (reply !== undefined) expect(reply.document['ok']).toBe(0);
          connection.close();
        },
      ),
      { numRuns: 300 },
    );
  });
});
