import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';

export interface ApiDescription {
  readonly title: string;
  readonly description: string;
  readonly version: string;
}

/** The browsable page loads its own scripts and inlines its styles; nothing else may run there. */
const pagePolicy =
  "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'";

/** Serves the OpenAPI 3.1 document at `/openapi.json` and a browsable page at `/docs`. */
export function serveOpenApi(app: NestFastifyApplication, about: ApiDescription): void {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle(about.title)
    .setDescription(about.description)
    .setVersion(about.version)
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addBearerAuth()
    .build();
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', (request, reply, done) => {
      if (/^\/docs(\/|$)/.test(request.url)) {
        void reply.header('Content-Security-Policy', pagePolicy);
      }
      done();
    });
  SwaggerModule.setup('docs', app, () => SwaggerModule.createDocument(app, config), {
    jsonDocumentUrl: 'openapi.json',
    yamlDocumentUrl: 'openapi.yaml',
    customSiteTitle: about.title,
    swaggerOptions: { tagsSorter: 'alpha' },
  });
}
