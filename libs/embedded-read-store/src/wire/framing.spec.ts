import fc from 'fast-check';
import { MessageSplitter } from './framing';

function message(body: number): Buffer {
  const bytes = Buffer.alloc(16 + body, body & 0xff);
  bytes.writeInt32LE(bytes.length, 0);
  return bytes;
}

describe('cutting a stream into messages', () => {
  it('gives the same messages however the stream is chopped', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(60), { minLength: 1, maxLength: 6 }),
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1 }),
        (bodies, steps) => {
          const messages = bodies.map(message);
          const stream = Buffer.concat(messages);
          const splitter = new MessageSplitter();
          const found: Buffer[] = [];
          for (let at = 0, turn = 0; at < stream.length; turn += 1) {
            const step = steps[turn % steps.length] ?? 1;
            found.push(...splitter.push(stream.subarray(at, at + step)));
            at += step;
          }
          expect(found.map((each) => each.toString('hex'))).toEqual(
            messages.map((each) => each.toString('hex')),
          );
        },
      ),
    );
  });

  it('refuses a length no message can have', () => {
    const huge = Buffer.alloc(4);
    huge.writeInt32LE(0x7fffffff);
    expect(() => [...new MessageSplitter().push(huge)]).toThrow(RangeError);
    expect(() => [...new MessageSplitter().push(Buffer.from([1, 0, 0, 0]))]).toThrow(RangeError);
  });
});
