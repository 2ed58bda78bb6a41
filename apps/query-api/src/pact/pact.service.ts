import type { Position } from '@jejak/domain';
import { limitOf } from '@jejak/http';
import { pactRegister, pageOf, registerQuery, type PactDocument } from '@jejak/views';
import { Injectable } from '@nestjs/common';

import type { RegisterQuery } from '../reading/register.query';
import {
  identifierOf,
  pageReply,
  replyFrom,
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
    const reading = await this.views.reading([pactRegister], after);
    const found = await reading.documents(pactRegister, asked);
    const page = pageOf(found, limit, ({ id }) => id);
    const items = page.items.map(({ document }) => document);
    return pageReply({ ...page, items }, reading, '/v1/pacts', query);
  }

  async pact(id: string, after: Position | null): Promise<PactDocument & Positioned> {
    const reading = await this.views.reading([pactRegister], after);
    return replyFrom(reading, await reading.existing(pactRegister, id, `pact ${id}`));
  }
}
