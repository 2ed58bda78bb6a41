import { Logger } from '@nestjs/common';

import { rowStream } from './row-stream';

const exchange = { request: { id: 'c-1' }, reply: { header: () => undefined } };
const columns = { n: (item: { n: number }) => item.n };

/** A list without end, and how many pages of it were asked for. */
function endless() {
  const noted = { pages: 0, ended: false };
  async function* pages() {
    try {
      for (;;) {
        await Promise.resolve();
        noted.pages += 1;
        yield Array.from({ length: 1_000 }, (_, n) => ({ n }));
      }
    } finally {
      noted.ended = true;
    }
  }
  return { noted, pages: pages() };
}

const stream = (pages: Parameters<typeof rowStream<{ n: number }>>[4], format: 'csv' | 'ndjson') =>
  rowStream(exchange, format, 'numbers', columns, pages).getStream();

const aMoment = () => new Promise((resolve) => setTimeout(resolve, 20));

describe('Rows as a file', () => {
  it.each(['csv', 'ndjson'] as const)('waits for whoever reads it as %s', async (format) => {
    const { noted, pages } = endless();
    const file = stream(pages, format);
    await new Promise((resolve) => file.once('readable', resolve));
    await aMoment();
    const ahead = noted.pages;
    expect(ahead).toBeLessThan(30);
    await aMoment();
    expect(noted.pages).toBe(ahead);
    file.destroy();
  });

  it('ends the reading when the reader goes away', async () => {
    const { noted, pages } = endless();
    const file = stream(pages, 'ndjson');
    await new Promise((resolve) => file.once('readable', resolve));
    file.destroy();
    await aMoment();
    expect(noted.ended).toBe(true);
  });

  it('does not end as if it were whole when a later page fails', async () => {
    const said = jest.spyOn(Logger.prototype, 'error').mockReturnValue();
    async function* pages() {
      await Promise.resolve();
      yield [{ n: 1 }];
      throw new Error('away');
    }
    const read = async () => {
      const chunks: string[] = [];
      for await (const chunk of stream(pages(), 'csv')) chunks.push(String(chunk));
      return chunks;
    };
    await expect(read()).rejects.toThrow('away');
    expect(said).toHaveBeenCalledWith(expect.objectContaining({ correlationId: 'c-1' }));
    said.mockRestore();
  });

  it('has its header line when there is nothing to list', async () => {
    const chunks: unknown[] = [];
    for await (const chunk of stream([[]], 'csv')) chunks.push(String(chunk));
    expect(chunks).toEqual(['n\r\n']);
  });
});
