import type { QueryApi } from './query-api';

/** Every item of a list by the links it gives, one item a page. */
export async function pagedItems<Item>(api: QueryApi, url: string): Promise<readonly Item[]> {
  const items: Item[] = [];
  let next: unknown = `${url}${url.includes('?') ? '&' : '?'}limit=1`;
  while (typeof next === 'string') {
    const { status, body } = await api.get(next);
    if (status !== 200) throw new Error(`${next} was answered with ${status}`);
    items.push(...(body['items'] as Item[]));
    next = body['next'];
  }
  return items;
}

/** Items of a list as NDJSON. */
export async function ndjsonItems<Item>(api: QueryApi, url: string): Promise<readonly Item[]> {
  const { text } = await api.get(url, { accept: 'application/x-ndjson' });
  return text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Item);
}

/** Records of a list as CSV, each as it stands there, the header line first. */
export async function csvRecords(api: QueryApi, url: string): Promise<readonly string[]> {
  const { text } = await api.get(url, { accept: 'text/csv' });
  return text.split('\r\n').slice(0, -1);
}
