import { type AddressInfo, connect } from 'node:net';
import { openSampleApi, type SampleApi } from './sample-api';

let api: SampleApi;

beforeAll(async () => {
  api = await openSampleApi();
});

afterAll(() => api.app.close());

describe('on the wire', () => {
  beforeAll(() => api.app.listen(0, '127.0.0.1'));

  function say(text: string): Promise<string> {
    const { port } = api.app.getHttpServer().address() as AddressInfo;
    return new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () => socket.write(text));
      let heard = '';
      socket.on('data', (chunk: Buffer) => (heard += chunk.toString()));
      socket.on('close', () => {
        resolve(heard);
      });
      socket.on('error', reject);
    });
  }

  it('cuts off a body that does not arrive in time', async () => {
    const heard = await say(
      'POST /plans HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{',
    );
    expect(heard).toContain('HTTP/1.1 408 ');
    expect(heard).toContain('"code":"request.timeout"');
  });

  it('answers what is not HTTP with a problem', async () => {
    const heard = await say('HELO there\r\n\r\n');
    expect(heard).toContain('HTTP/1.1 400 ');
    expect(heard).toContain('"code":"request.malformed-http"');
  });

  it('answers headers without end with a problem', async () => {
    const heard = await say(`GET / HTTP/1.1\r\nHost: x\r\nX-Long: ${'x'.repeat(20_000)}\r\n\r\n`);
    expect(heard).toContain('HTTP/1.1 431 ');
  });

  it('sends requests elsewhere while it closes', async () => {
    const closing = await openSampleApi();
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    closing.app
      .getHttpAdapter()
      .getInstance()
      .addHook('preClose', () => held);
    await closing.app.listen(0, '127.0.0.1');
    const url = await closing.app.getUrl();
    const closed = closing.app.close();
    const reply = await fetch(`${url}/plans`);
    release();
    await closed;
    expect(reply.status).toBe(503);
    expect(reply.headers.get('retry-after')).toBe('2');
    expect(await reply.json()).toMatchObject({ code: 'server.unavailable', instance: '/plans' });
  });
});
