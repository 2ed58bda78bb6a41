import type { Position } from '@jejak/domain';
import { limitOf } from '@jejak/http';
import { pactRegister, pageOf, registerQuery, type PactDocument } from '@jejak/views';
import { Injectable } from '@nestjs/common';

import type { RegisterQuery } from '../reading/register.query';
import {
  existing,
  identifierOf,
  pageReply,
  positioned,
  type PageReply,
  type Positioned,
} from '../reading/replies';
import { ViewReader } from '../reading/view-reader';

@Injectable()
export class PactService {
  constructor(private readonly views: ViewReader) {}

  async pacts(query: RegisterQuery, after: Position | null): Promise<PageReply<PactDocument>> {
    const limit = limitOf(query);
    const asked = registerQuery(query, identifierOf(query.cursor), limit);
    const position = await this.views.standing([pactRegister], after);
    const found = await this.views.documents(pactRegister, asked);
    const page = pageOf(found, limit, ({ id }) => id);
    const items = page.items.map(({ document }) => document);
    return pageReply({ ...page, items }, position, '/v1/pacts', query);
  }

  async pact(id: string, after: Position | null): Promise<PactDocument & Positioned> {
    const position = await this.views.standing([pactRegister], after);
    const pact = existing(await this.views.document(pactRegister, id), `pact ${id}`);
    return positioned(pact, position);
  }
}
