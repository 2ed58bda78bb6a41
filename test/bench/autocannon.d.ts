/** What is used of the load generator, which ships no types. */
declare module 'autocannon' {
  export interface Request {
    method?: string;
    path?: string;
    headers?: Record<string, string>;
    body?: string;
    setupRequest?: (request: Request) => Request;
  }

  export interface Options {
    url: string;
    connections: number;
    /** Requests in all. */
    amount: number;
    /** Requests each second, over all connections; latency then counts from when one was due. */
    overallRate?: number;
    /** Ends after so many errors. */
    bailout: number;
    requests: Request[];
  }

  export interface Result {
    '2xx': number;
    non2xx: number;
    errors: number;
    timeouts: number;
    /** Milliseconds. */
    latency: { p50: number; p99: number };
  }

  export default function autocannon(options: Options): PromiseLike<Result>;
}
