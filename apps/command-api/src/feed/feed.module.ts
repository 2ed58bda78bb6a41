import { Module } from '@nestjs/common';

import { CommandDesk } from '../edge/command-desk';
import { FeedInbox } from './feed-inbox';
import { defineFeedType, registerFeedSource, retireFeedSource } from './feed.commands';
import { FeedController } from './feed.controller';

@Module({
  controllers: [FeedController],
  providers: [
    CommandDesk,
    FeedInbox,
    registerFeedSource.handler,
    defineFeedType.handler,
    retireFeedSource.handler,
  ],
})
export class FeedModule {}
