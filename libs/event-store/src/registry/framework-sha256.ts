import type { FrameworkContent, FrameworkKey } from '@jejak/domain/framework/events';

import { contentSha256 } from '../codec/content-sha256';

/** What a version of a framework says, and nothing of who drafted it when or under which number. */
export interface FrameworkText extends FrameworkKey {
  /** As it is recorded: every decimal in its one spelling, instants in UTC, what is not said null. */
  readonly content: FrameworkContent;
}

/** By what an approver names the draft they have read; any change to it gives another. */
export const frameworkSha256 = ({ instrument, year, content }: FrameworkText): string =>
  contentSha256({ instrument, year, content });
