import { type ParkedReply, type StoredEventReply } from '@jejak/client';

import { type BuildResult } from '../operations/rebuild';
import { defaultUrl } from '../service-options';
import { build, failed, parked, ready, stored, view } from '../testing/samples';
import { differenceLines, resultLines } from './build';
import { buildProgress } from './build-progress';
import { durationText } from './duration';
import { hint } from './hint';
import { parkedLines, parkedTable, retryLines, skipLines } from './parked';
import { troubleLines, viewsTable } from './views';

const text = (lines: readonly string[]): string => lines.join('\n');

describe('a difference', () => {
  it('is counted, and shown by examples', () => {
    const shown = text(differenceLines(ready));
    expect(shown).toContain('14 documents compared, both at position 9/8:');
    expect(shown).toMatch(/the same +11\n.+changed +1\n.+live view +0\n.+new one +2/);
    expect(shown).toMatch(/36\.73 +changed: records, name\n +36\.74 +only in the new one/);
    expect(shown).toContain('and 1 more');
  });

  it('is none where there is no live view', () => {
    expect(text(differenceLines(build))).toContain('no live view to compare with');
  });
});

describe('the result of a build', () => {
  const result = (outcome: BuildResult['outcome'], of = ready): string => {
    const generation = outcome === 'switched' ? { view: 'ranking', version: 3, build: 2 } : null;
    return text(resultLines({ view: 'ranking', outcome, build: of, generation }, defaultUrl));
  };

  it('says what is live and how to go back', () => {
    expect(result('switched')).toContain('read from version 3, build 2 from now on');
    expect(result('switched')).toContain('npx jejak rebuild ranking --rollback');
  });

  it('says how to switch to what stands by, with the flags it was built with', () => {
    expect(result('stands-by')).toContain('npx jejak rebuild ranking --yes');
    expect(result('stands-by', { ...ready, purpose: 'rollback' })).toContain(
      'npx jejak rebuild ranking --rollback --yes',
    );
  });

  it('leaves open what nobody has answered, and says where to look', () => {
    const shown = result('unanswered', build);
    expect(shown).toMatch(/it may go on\.\n.*npx jejak rebuild\n.*rebuild ranking --cancel/);
  });

  it('names the event a failed one met, the error, and what to do', () => {
    const shown = result('failed', failed);
    expect(shown).toContain('PactSigned, revision 3 of pact-x');
    expect(shown).toContain('error  no such pact');
    expect(shown).toContain('npx jejak parked skip ranking');
    expect(shown).toContain('npx jejak rebuild ranking --cancel');
  });

  it.each(['under-way', 'left'] as const)('says of one that is %s how to join it again', (how) => {
    expect(result(how, build)).toContain('npx jejak rebuild ranking\n');
  });
});

describe('progress', () => {
  const seen = { build, silentSeconds: null };

  it('names events, rate, time left and state', () => {
    expect(buildProgress(seen, null)).toMatchObject({
      done: 450,
      total: 1_000,
      line: '450/1000 events · 100/s · 6s left · filling',
      due: true,
    });
    const unknown = { ...build, totalEvents: null, secondsLeft: null, throttle: 5 };
    expect(buildProgress({ build: unknown, silentSeconds: null }, seen).beside).toBe(
      '450 events · 100/s (at most 5/s) · time left unknown · filling',
    );
  });

  it('counts the first event of an unknown number in English', () => {
    const first = { ...build, events: 1, totalEvents: null };
    expect(buildProgress({ build: first, silentSeconds: null }, null).line).toMatch(/^1 event ·/);
  });

  it('is due when the state changes or the service falls silent, not otherwise', () => {
    expect(buildProgress(seen, seen).due).toBe(false);
    expect(buildProgress({ build: ready, silentSeconds: null }, seen).due).toBe(true);
    expect(buildProgress({ build, silentSeconds: 3 }, seen).due).toBe(true);
  });

  it.each([
    [0, '0s'],
    [59.2, '1m00s'],
    [185, '3m05s'],
    [7_620, '2h07m'],
  ])('says %d seconds as %s', (seconds, said) => {
    expect(durationText(seconds)).toBe(said);
  });
});

describe('a command line to paste', () => {
  it('quotes what a shell would take apart, and names a service that is not the usual one', () => {
    expect(hint(defaultUrl, 'parked', 'show', 'ranking', 'MCP/2019/36')).toBe(
      'npx jejak parked show ranking MCP/2019/36',
    );
    expect(hint('http://a:1', 'replay', "it's a $(key)")).toBe(
      String.raw`npx jejak replay 'it'\''s a $(key)' --url http://a:1`,
    );
  });
});

describe('the list of views', () => {
  it('has a line for each, with what is built beside it', () => {
    const shown = viewsTable([
      { ...view, next: build },
      { ...view, view: 'pact-register' },
    ]);
    expect(shown).toMatch(
      /ranking +3 +1 +live +9\/8 +1000 +0 +build 2 \(rebuild\): filling 45 %\n +pact-register/,
    );
  });

  it('says what has stopped a view', () => {
    const error = { message: 'cannot be folded', detail: null, since: '', event: null };
    expect(troubleLines([view, { ...view, error }])).toEqual(['  ranking: cannot be folded']);
  });
});

describe('parked events', () => {
  it('are listed with what waits behind them', () => {
    expect(parkedTable([parked])).toMatch(
      /ranking +document +MCP\/2019\/36 +PublishedScoreRecorded +scorecard-36.73-mcp-2019 +3 +3 +2/,
    );
  });

  it('are shown with everything known and with what to do', () => {
    const shown = text(parkedLines(parked, stored, defaultUrl));
    for (const part of [parked.event.id, '7/7', 'no such scorecard', '2 events behind it']) {
      expect(shown).toContain(part);
    }
    expect(shown).toContain('npx jejak parked retry ranking MCP/2019/36');
    expect(shown).toContain('npx jejak replay scorecard-36.73-mcp-2019 --at-revision 3');
  });

  const nobodys: StoredEventReply = {
    ...stored,
    type: 'MoonLanded',
    schemaVersion: 7,
    unreadable: 'unknown type',
  };

  it('that nobody can read are shown as they are stored, without advice that cannot work', () => {
    const entry = { ...parked, kind: 'stream' } as const;
    const shown = text(parkedLines(entry, nobodys, defaultUrl));
    for (const part of ['unknown type', 'MoonLanded', '7', '"value": "29"', 'parked skip']) {
      expect(shown).toContain(part);
    }
    expect(shown).toContain('npx jejak replay scorecard-36.73-mcp-2019 --at-revision 2');
    expect(shown).not.toContain('parked retry');
    const first = { ...entry, event: { ...parked.event, revision: '0' } };
    expect(text(parkedLines(first, nobodys, defaultUrl))).not.toContain('replay');
  });

  it('that are not JSON are shown as they came, and what is missing of them is said', () => {
    const data = { encoding: 'base64', content: 'AP8K', bytes: 70_000, cut: true } as const;
    const shown = text(
      parkedLines(parked, { ...nobodys, data, metadata: null, schemaVersion: null }, defaultUrl),
    );
    expect(shown).toMatch(/data +base64, the beginning of 70000 bytes\n +AP8K/);
    expect(shown).toMatch(/metadata +none/);
  });

  it.each([
    [1, '1 event of pact-x behind it'],
    [999, '999 events of pact-x behind it'],
    [1_000, '1,000 or more events of pact-x behind it'],
    [null, 'unknown'],
  ])('that hold up a stream say how many of its events wait: %p', (waiting, said) => {
    const event = { ...parked.event, stream: 'pact-x' };
    const entry = { ...parked, kind: 'stream', key: 'pact-x', event, waiting } as const;
    expect(text(parkedLines(entry, null, defaultUrl))).toContain(said);
    expect(parkedTable([entry])).toContain(said.split(' event')[0]);
  });

  it('are told from the event at which a build has stopped, which no retry helps', () => {
    const stopped = { ...parked, build: 2, holdsUp: 'build' } as const;
    expect(parkedTable([stopped])).toMatch(/ranking, build 2 +document/);
    const shown = text(parkedLines(stopped, null, defaultUrl));
    expect(shown).toContain('the live view is not touched');
    expect(shown).toContain('npx jejak rebuild ranking --cancel');
    expect(shown).not.toContain('parked retry');
  });

  it('say after a retry what holds them now', () => {
    expect(text(retryLines(parked, { released: true, parked: null }))).toContain('Released');
    expect(text(retryLines(parked, { released: false, parked }))).toContain('Still parked');
    const event = { ...parked.event, id: 'another', type: 'ScoreAmended' };
    const next = { ...parked, event };
    expect(text(retryLines(parked, { released: false, parked: next }))).toContain('ScoreAmended');
  });

  it('of a view of rows are said to be parked, and the view goes on', () => {
    const row: ParkedReply = { ...parked, view: 'audit-trail', kind: 'event', key: '7/7' };
    const [released] = retryLines(row, { released: true, parked: null });
    expect(released).toBe('  Released: the view audit-trail goes on.');
  });

  it('that were tried once are counted in English', () => {
    const once = { ...parked, attempts: 1 };
    expect(text(retryLines(once, { released: false, parked: once }))).toContain(
      'Still parked after 1 attempt:',
    );
  });

  it('that were left out say where that stands recorded and what became of them', () => {
    const decision = { repeated: false, position: '99/99' };
    const skipped = { parked, decision, now: null, build: null };
    const released = text(skipLines({ ...skipped, outcome: 'released' }, defaultUrl));
    expect(released).toContain('position 99/99');
    expect(released).toContain('Released');
    const before = { repeated: true, position: null };
    const slow = { ...skipped, decision: before, outcome: 'still-parked' } as const;
    expect(text(skipLines(slow, defaultUrl))).toMatch(/decided before[^]+Look again/);
  });
});
