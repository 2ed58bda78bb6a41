export { bandOf } from './band-of';
export { canonicalContent } from './canonical-content';
export type * from './commands';
export type * from './events';
export { framework } from './framework';
export {
  type FrameworkDraft,
  type FrameworkState,
  type FrameworkVersion,
  type PublishedFramework,
  publishedFrameworks,
} from './state';
