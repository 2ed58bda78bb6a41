import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { createRouteTable } from './allowed-methods';
import { answerClientError } from './client-errors';
import { jsonBody } from './json-body';
import { JSON_LIMITS, type JsonLimits } from './json-limits';
import { problem } from './problem';
import { sendProblem } from './problem-filter';
import { addReplyDefaults } from './reply-defaults';
import { cloudEventTypes } from './takes-cloud-events';
import { correlationIdOf, pathOf, traceparentOf } from './request-identity';

export interface HttpAdapterOptions {
  /** Bytes; 256 KiB unless told. */
  readonly bodyLimit?: number;
  /** Milliseconds in which a whole request must have arrived; 10,000 unless told. */
  readonly requestTimeout?: number;
  readonly json?: Partial<JsonLimits>;
  /** True only behind a proxy that sets the X-Forwarded headers itself. */
  readonly trustProxy?: boolean;
}

/**
 * The one way to open an HTTP port: limits, correlation id, safe reply headers, and JSON that is
 * read strictly. Use it with `ProblemFilter`, which writes out what is thrown here.
 */
export function createHttpAdapter(options: HttpAdapterOptions = {}): FastifyAdapter {
  const { bodyLimit = 256 * 1024, requestTimeout = 10_000, trustProxy = false } = options;
  const adapter = new FastifyAdapter({
    bodyLimit,
    requestTimeout,
    trustProxy,
    requestIdHeader: false,
    genReqId: (request: { headers: FastifyRequest['headers'] }) => correlationIdOf(request.headers),
    http: {
      // Node cuts off slow bodies only when the headers' own time is not longer (20.20),
      requestTimeout,
      headersTimeout: requestTimeout,
      // and looks for late requests only this often; its default is 30 s.
      connectionsCheckingInterval: Math.min(1_000, requestTimeout),
    },
    // Fastify's own answer while closing is not a problem body; ours is below.
    return503OnClosing: false,
    routerOptions: { maxParamLength: 500 },
    clientErrorHandler: answerClientError,
    frameworkErrors: (_error: Error, request: FastifyRequest, reply: FastifyReply) => {
      addReplyDefaults(reply, request.id);
      sendProblem(reply, problem('request.malformed-url'), request);
    },
  });
  const server = adapter.getInstance<FastifyInstance>();
  identifyRequests(server);
  refuseWhileClosing(server);
  refuseWrongMethods(server);
  readJsonOnly(adapter, bodyLimit, { ...JSON_LIMITS, ...options.json });
  return adapter;
}

function identifyRequests(server: FastifyInstance): void {
  server.decorateRequest('correlationId', {
    getter() {
      return this.id;
    },
  });
  server.decorateRequest('traceparent', {
    getter() {
      return traceparentOf(this.headers);
    },
  });
  server.addHook('onSend', (request, reply, _payload, done) => {
    addReplyDefaults(reply, request.id);
    done();
  });
}

/** Milliseconds a request begun may still take once the server closes. */
const farewell = 7_000;
/** Milliseconds; a request on its way over an open connection gets its 503 within them. */
const farewellCheck = 250;

/**
 * Requests that still arrive on open connections go elsewhere; those begun are finished. A closing
 * server of Node waits for ever for connections that never sent a whole request, such as those a
 * browser opens ahead, and no longer times them out: they are cut here.
 */
function refuseWhileClosing(server: FastifyInstance): void {
  let isClosing = false;
  let inProgress = 0;
  server.addHook('preClose', (done) => {
    isClosing = true;
    const since = performance.now();
    const checks = setInterval(() => {
      const isOver = inProgress === 0 || performance.now() - since > farewell;
      if (isOver) server.server.closeAllConnections();
    }, farewellCheck);
    server.server.once('close', () => {
      clearInterval(checks);
    });
    done();
  });
  server.addHook('onRequest', (_request, reply, done) => {
    inProgress += 1;
    reply.raw.once('close', () => {
      inProgress -= 1;
    });
    const headers = { Connection: 'close' };
    done(isClosing ? problem('server.unavailable', { headers }) : undefined);
  });
}

/** Answers 405 with `Allow` where the path is served, but not with this method. */
function refuseWrongMethods(server: FastifyInstance): void {
  const routes = createRouteTable();
  server.addHook('onRoute', ({ method, url }) => {
    routes.add(method, url);
  });
  server.addHook('onRequest', (request, _reply, done) => {
    const allowed = request.is404 ? routes.methodsAt(pathOf(request)) : [];
    if (allowed.length === 0) {
      done();
      return;
    }
    const detail = `${pathOf(request)} does not take ${request.method}.`;
    const headers = { Allow: allowed.join(', ') };
    done(problem('request.method-not-allowed', { detail, headers }));
  });
}

function readJsonOnly(adapter: FastifyAdapter, bodyLimit: number, limits: JsonLimits): void {
  adapter.getInstance<FastifyInstance>().removeContentTypeParser('text/plain');
  adapter.useBodyParser('application/json', false, { bodyLimit }, (request, body, done) => {
    try {
      const isNone = body.length === 0 && takesNoBody(request);
      done(null, isNone ? undefined : jsonBody(body, request.headers, limits));
    } catch (error) {
      done(error instanceof Error ? error : new Error('The body could not be read'));
    }
  });
  for (const type of Object.values(cloudEventTypes)) {
    adapter.useBodyParser(type, false, { bodyLimit }, (request, body, done) => {
      try {
        if (!takesCloudEvents(request)) throw problem('request.unsupported-media-type');
        done(null, jsonBody(body, request.headers, limits));
      } catch (error) {
        done(error instanceof Error ? error : new Error('The body could not be read'));
      }
    });
  }
}

const takesNoBody = ({ is404, routeOptions }: FastifyRequest): boolean =>
  !is404 && routeOptions.config.takesNoBody === true;

const takesCloudEvents = ({ is404, routeOptions }: FastifyRequest): boolean =>
  !is404 && routeOptions.config.takesCloudEvents === true;
