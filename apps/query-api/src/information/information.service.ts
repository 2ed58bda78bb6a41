import type { CalendarDate, Position } from '@jejak/domain';
import { informationRegister, serviceBoard, type ServiceBoard } from '@jejak/views';
import { problem } from '@jejak/http';
import { Injectable } from '@nestjs/common';

import { PolicyVersions } from '../policy/policy-versions';
import { todayInJakarta } from '../reading/moments';
import { type Positioned, replyFrom } from '../reading/replies';
import { RegionIds } from '../reading/region-ids';
import { ViewReader } from '../reading/view-reader';
import { informationShown, type InformationShown } from './information-shown';
import type { ServiceBoardQuery } from './information.query';

export interface ServiceBoardReply extends Positioned, ServiceBoard {
  readonly on: CalendarDate;
  readonly regions: readonly (ServiceBoard & { readonly region: string })[];
}

/** Documents one board is counted from: what a province receives in years. */
const mostRequests = 20_000;

@Injectable()
export class InformationService {
  constructor(
    private readonly views: ViewReader,
    private readonly policies: PolicyVersions,
    private readonly regions: RegionIds,
  ) {}

  async request(id: string, after: Position | null): Promise<InformationShown & Positioned> {
    const reading = await this.views.reading([informationRegister], after);
    const found = await reading.existing(informationRegister, id, `information request ${id}`);
    const unconfirmed = await this.policies.unconfirmed(['information-terms']);
    return replyFrom(reading, informationShown(found, unconfirmed));
  }

  /** Throws `request.invalid` where more requests would have to be counted than fit one answer. */
  async board(
    { region, from, until, on = todayInJakarta() }: ServiceBoardQuery,
    after: Position | null,
  ): Promise<ServiceBoardReply> {
    const views = [informationRegister, ...this.regions.viewsToName(region)];
    const reading = await this.views.reading(views, after);
    const received = {
      ...(from === undefined ? {} : { $gte: from }),
      ...(until === undefined ? {} : { $lte: until }),
    };
    const found = await reading.documents(informationRegister, {
      filter: {
        ...(region === undefined ? {} : { region: await this.regions.idOf(region, reading, on) }),
        ...(Object.keys(received).length === 0 ? {} : { receivedOn: received }),
      },
      sort: { _id: 1 },
      limit: mostRequests + 1,
    });
    if (found.length > mostRequests) {
      throw problem('request.invalid', {
        detail: `More than ${mostRequests} requests were received in that time.`,
        fix: 'Ask for one region, or for a shorter time with from and until.',
        field: 'from',
      });
    }
    const documents = found.map(({ document }) => document);
    const codes = [...new Set(documents.map((one) => one.region))].toSorted();
    return replyFrom(reading, {
      on,
      ...serviceBoard(documents, on),
      regions: codes.map((code) => ({
        region: code,
        ...serviceBoard(
          documents.filter((one) => one.region === code),
          on,
        ),
      })),
    });
  }
}
