import { type ViewReply } from '@jejak/client';

import { table } from './table';

/** Every view, where it stands and what is built beside it. */
export const viewsTable = (views: readonly ViewReply[]): string =>
  table(
    ['view', 'version', 'build', 'state', 'position', 'events', 'parked', 'build under way'],
    views.map((view) => [
      view.view,
      String(view.version),
      String(view.build),
      stateText(view),
      view.position ?? 'none',
      String(view.events),
      String(view.parked),
      underWay(view),
    ]),
  );

function stateText({ state, caughtUp, lagSeconds }: ViewReply): string {
  if (caughtUp || lagSeconds === null) return state;
  return `${state}, ${lagSeconds.toFixed(0)} s behind`;
}

function underWay({ version: live, next }: ViewReply): string {
  if (next === null) return '';
  const { purpose, version, build, state, events, totalEvents } = next;
  const which = version === live ? `build ${build}` : `version ${version}, build ${build}`;
  const share =
    totalEvents === null || totalEvents === 0 || state === 'ready' || state === 'failed'
      ? ''
      : ` ${Math.min(100, Math.floor((100 * events) / totalEvents))} %`;
  return `${which} (${purpose}): ${state}${share}`;
}

/** Errors of stopped or waiting views, which no table has room for. */
export const troubleLines = (views: readonly ViewReply[]): string[] =>
  views.flatMap(({ view, error, next }) => [
    ...(error === null ? [] : [`  ${view}: ${error.message}`]),
    ...(next?.error ? [`  ${view}, build ${next.build}: ${next.error.message}`] : []),
  ]);
