import { applyDecorators } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The JSON types of CloudEvents are read here as any JSON is: strictly and within the limits. */
    readonly takesCloudEvents?: boolean;
  }
}

/** One event and several, as CloudEvents 1.0 names them. */
export const cloudEventTypes = {
  structured: 'application/cloudevents+json',
  batch: 'application/cloudevents-batch+json',
} as const;

/** A route that takes CloudEvents in the JSON event format; every other answers them with 415. */
export const TakesCloudEvents = (): MethodDecorator =>
  applyDecorators(RouteConfig({ takesCloudEvents: true }));
