import { postText, type RecordedBody, tokenOf } from './http';
import type { Service } from './service';

export interface Taken extends RecordedBody {
  readonly id: string;
  readonly outcome: string;
  readonly reason: string | null;
  readonly code?: string;
  readonly field?: string;
}
export interface Batch {
  readonly items: readonly { id: string; status: number; outcome?: string; code?: string }[];
}

export const structured = 'application/cloudevents+json';
export const batch = 'application/cloudevents-batch+json';

/** Sends an event as the system that is registered for the feed, or as another subject. */
export const reportsTo =
  (service: Service) =>
  async <Body = Taken>(
    { feed, source }: { readonly feed: string; readonly source: { readonly subject: string } },
    content: unknown,
    headers: Readonly<Record<string, string>> = { 'content-type': structured },
    subject = source.subject,
  ) =>
    postText<Body>(service, `/v1/feeds/${feed}/events`, JSON.stringify(content), {
      authorization: `Bearer ${await tokenOf(service, { as: 'operator', subject })}`,
      ...headers,
    });
