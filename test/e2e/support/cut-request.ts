import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Sends a request, or only its first `bytes`, and resets the connection so many milliseconds after
 * the last byte left, without reading an answer.
 */
export async function cutRequest(
  url: string,
  request: { path: string; headers: Readonly<Record<string, string>>; body: string },
  cut: { afterMilliseconds: number; bytesOfBody?: number },
): Promise<void> {
  const { hostname, port } = new URL(url);
  const head = [
    `POST ${request.path} HTTP/1.1`,
    `Host: ${hostname}:${port}`,
    `Content-Length: ${Buffer.byteLength(request.body)}`,
    ...Object.entries(request.headers).map(([name, value]) => `${name}: ${value}`),
    '',
    '',
  ].join('\r\n');
  const socket = connect(Number(port), hostname);
  socket.on('error', () => undefined);
  await new Promise<void>((resolve, reject) => {
    socket.once('error', reject);
    socket.write(head + request.body.slice(0, cut.bytesOfBody), () => {
      resolve();
    });
  });
  await sleep(cut.afterMilliseconds);
  const closed = new Promise((resolve) => socket.once('close', resolve));
  socket.resetAndDestroy();
  await closed;
}
