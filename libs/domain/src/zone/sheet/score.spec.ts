import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import fc from 'fast-check';

import { roundHalfUp } from '../../values/fraction';
import { compareDecimals, sumOf } from '../../values/decimal';
import { sampleSheet } from '../../testing/zone-sheets';
import { answersWorth } from '../../testing/zones';
import { zoneMonitoringMustBeSound } from '../policy/monitoring-rules';
import { zonePrerequisitesMustBeSound } from '../policy/prerequisite-rules';
import type { AnswerScale, Rounding, ZoneSheet } from '../policy/sheet';
import { areasOf, questionsOf, scaleOf } from '../policy/sheet';
import { zoneSheetMustBeSound } from '../policy/sheet-rules';
import { zoneWindowsMustBeSound } from '../policy/window-rules';
import type { Answer, AnswerValue } from './answer';
import { answerShare } from './answer-share';
import { checksOf } from './checks';
import { scoreOf } from './score';

const inUse = { content: sampleSheet, unconfirmed: ['thresholds.WBBM'] };
const worth = (scale: AnswerScale, value: AnswerValue): string =>
  roundHalfUp(answerShare(scale, value), 4);
const scale = (id: string): AnswerScale => sampleSheet.scales.find((one) => one.id === id)!;

describe('what an answer is worth', () => {
  it.each<[string, AnswerValue, string]>([
    ['yes-no', { kind: 'choice', option: 'Ya' }, '1'],
    ['yes-no', { kind: 'choice', option: 'Tidak' }, '0'],
    ['a-d', { kind: 'choice', option: 'B' }, '0.67'],
    ['a-d', { kind: 'choice', option: 'C' }, '0.33'],
    ['share', { kind: 'share', done: 3, due: 4 }, '0.75'],
    ['share', { kind: 'share', done: 5, due: 4 }, '1'],
    ['share', { kind: 'share', done: 0, due: 0 }, '1'],
    ['share', { kind: 'share', done: 2, due: 0 }, '1'],
    ['reduction', { kind: 'reduction', before: 8, after: 2 }, '0.75'],
    ['reduction', { kind: 'reduction', before: 8, after: 9 }, '0'],
    ['reduction', { kind: 'reduction', before: 0, after: 0 }, '1'],
    ['reduction', { kind: 'reduction', before: 0, after: 1 }, '0'],
    ['survey-index', { kind: 'index', index: '3.6', respondents: 60 }, '0.9'],
    ['survey-index', { kind: 'index', index: '1', respondents: 60 }, '0.25'],
    ['a-d', { kind: 'blank' }, '0'],
  ])('%s %j is %s', (id, value, expected) => {
    expect(worth(scale(id), value)).toBe(expected);
  });

  it('is never guessed for an answer of another scale', () => {
    expect(() => answerShare(scale('yes-no'), { kind: 'choice', option: 'A' })).toThrow(TypeError);
    expect(() => answerShare(scale('share'), { kind: 'choice', option: 'A' })).toThrow(TypeError);
  });
});

describe('the thresholds', () => {
  const checks = (answers: readonly Answer[], predicate: 'WBK' | 'WBBM' = 'WBK') =>
    checksOf(inUse, predicate, scoreOf(sampleSheet, answers));
  const missedBy = (answers: readonly Answer[], predicate: 'WBK' | 'WBBM' = 'WBK') =>
    checks(answers, predicate)
      .filter(({ passed }) => !passed)
      .map(({ id, gap }) => [id, gap]);

  /** Levers at two thirds give 40 of 60; the results stand at their own minimum. */
  const partsAtTheirMinimum = (levers: readonly [number, number], index: string, share: number) =>
    questionsOf(sampleSheet).map((question): Answer => {
      const kind = scaleOf(sampleSheet, question)?.kind;
      const value: AnswerValue =
        question.id === 'clean.survey.1'
          ? { kind: 'index', index: '3.6', respondents: 60 }
          : kind === 'index'
            ? { kind: 'index', index, respondents: 60 }
            : question.id === 'clean.performance.1'
              ? { kind: 'share', done: share, due: 100 }
              : { kind: 'share', done: levers[0], due: levers[1] };
      return { question: question.id, value, evidence: [], note: null };
    });

  it('of WBK: every part at its minimum gives 40 + 18.25 + 14 = 72.25, which misses the total', () => {
    const answers = partsAtTheirMinimum([2, 3], '3.2', 50);
    expect(scoreOf(sampleSheet, answers)).toMatchObject({ total: '72.25', levers: '40' });
    expect(missedBy(answers)).toEqual([['total', '-2.75']]);
  });

  it('of WBBM: every part at its minimum gives 48 + 19.5 + 15.75 = 83.25, which misses the total', () => {
    const answers = partsAtTheirMinimum([4, 5], '3.6', 75);
    expect(scoreOf(sampleSheet, answers)).toMatchObject({ total: '83.25', levers: '48' });
    expect(missedBy(answers, 'WBBM')).toEqual([['total', '-1.75']]);
  });

  it('hold an index of 3.60 to be 15.75 of 17.5, and 3.20 to be 14', () => {
    const [clean, service] = scoreOf(
      sampleSheet,
      partsAtTheirMinimum([2, 3], '3.2', 50),
    ).areas.slice(6);
    expect(clean?.indicators[0]?.value).toBe('15.75');
    expect(service?.value).toBe('14');
  });

  it('pass when they are reached exactly, and fail a hundredth below', () => {
    const answers = (performance: number) =>
      answersWorth(100).map((answer): Answer =>
        answer.question === 'clean.performance.1'
          ? { ...answer, value: { kind: 'share', done: performance, due: 1000 } }
          : answer,
      );
    expect(missedBy(answers(500))).toEqual([]);
    expect(missedBy(answers(498))).toEqual([['clean.performance', '-0.01']]);
  });

  it('say which of them no source confirms', () => {
    const answers = answersWorth(90);
    expect(checks(answers).some(({ unconfirmed }) => unconfirmed)).toBe(false);
    expect(checks(answers, 'WBBM').every(({ unconfirmed }) => unconfirmed)).toBe(true);
  });
});

const anyAnswers = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 15, maxLength: 15 });
const setOf = (shares: readonly number[]): Answer[] =>
  answersWorth(0).map((answer, index) => {
    const hundredths = shares[index] ?? 0;
    const value: AnswerValue =
      answer.value.kind === 'index'
        ? { ...answer.value, index: (1 + (3 * hundredths) / 100).toFixed(2) }
        : { kind: 'share', done: hundredths, due: 100 };
    return { ...answer, value };
  });
const roundedAt = (stage: Rounding['stage']): ZoneSheet => ({
  ...sampleSheet,
  rounding: { stage, decimalPlaces: 2 },
});

describe('a score', () => {
  it('never falls when an answer gets better', () => {
    fc.assert(
      fc.property(anyAnswers, fc.nat(14), fc.integer({ min: 0, max: 100 }), (shares, at, more) => {
        const better = shares.map((share, index) =>
          index === at ? Math.min(100, share + more) : share,
        );
        const [before, after] = [shares, better].map((one) => scoreOf(sampleSheet, setOf(one)));
        expect(compareDecimals(after!.total, before!.total)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('is the sum of its parts where they are rounded, at every level', () => {
    fc.assert(
      fc.property(anyAnswers, (shares) => {
        const byArea = scoreOf(roundedAt('area'), setOf(shares));
        expect(byArea.total).toBe(sumOf(byArea.areas.map(({ value }) => value)));
        expect(byArea.total).toBe(sumOf([byArea.levers, byArea.results]));
        const byIndicator = scoreOf(roundedAt('indicator'), setOf(shares));
        for (const area of byIndicator.areas) {
          expect(area.value).toBe(sumOf(area.indicators.map(({ value }) => value)));
        }
        expect(byIndicator.total).toBe(sumOf(byIndicator.areas.map(({ value }) => value)));
      }),
    );
  });

  it('differs by hundredths with the step at which it is rounded', () => {
    const thirds = questionsOf(sampleSheet).map(({ id }): Answer => ({
      question: id,
      value: id.includes('survey')
        ? { kind: 'index', index: '3.333', respondents: 60 }
        : { kind: 'share', done: 1, due: 3 },
      evidence: [],
      note: null,
    }));
    const totals = (['indicator', 'area', 'total'] as const).map(
      (stage) => scoreOf(roundedAt(stage), thirds).total,
    );
    expect(totals).toEqual(['50.85', '50.82', '50.83']);
  });

  it('does not rise when a question is left out or left blank', () => {
    fc.assert(
      fc.property(anyAnswers, fc.nat(14), (shares, at) => {
        const answers = setOf(shares);
        const whole = scoreOf(sampleSheet, answers);
        const without = answers.filter((_, index) => index !== at);
        const blank = answers.map((answer, index) =>
          index === at ? { ...answer, value: { kind: 'blank' } as const } : answer,
        );
        const left = scoreOf(sampleSheet, without);
        expect(left.total).toBe(scoreOf(sampleSheet, blank).total);
        expect(compareDecimals(left.total, whole.total)).toBeLessThanOrEqual(0);
        expect(whole.answered).toBe(left.answered + 1);
      }),
    );
  });

  it('is 100 when everything is answered best, and shows both halves of a lever', () => {
    const best = scoreOf(sampleSheet, answersWorth(100));
    expect(best).toMatchObject({ total: '100', levers: '60', results: '40', answered: 15 });
    expect(best.areas[0]).toMatchObject({ fulfilment: '4', reform: '4' });
    expect(best.areas.at(-1)).toMatchObject({ fulfilment: null, reform: null });
  });
});

describe('the published policies of zones', () => {
  const folder = join(__dirname, '../../../../../apps/cli/data/policies');
  const rules: Readonly<Record<string, (content: never) => unknown>> = {
    'zone-sheet': zoneSheetMustBeSound,
    'zone-window': zoneWindowsMustBeSound,
    'zone-prerequisites': zonePrerequisitesMustBeSound,
    'zone-monitoring': zoneMonitoringMustBeSound,
  };
  const files = readdirSync(folder).filter((file) => file.startsWith('zone-'));

  it.each(files)('%s is sound', (file) => {
    const { kind, content } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as {
      kind: string;
      content: never;
    };
    expect(rules[kind]?.(content)).toBeNull();
  });

  it('of 90/2021 ask of every area 60 percent of its weight for WBK and 75 for WBBM', () => {
    const file = join(folder, 'zone-sheet.2022-01-01.json');
    const { content } = JSON.parse(readFileSync(file, 'utf8')) as { content: ZoneSheet };
    const [wbk, wbbm] = (['WBK', 'WBBM'] as const).map((predicate) =>
      areasOf(content)
        .slice(0, 6)
        .map(({ id }) => content.thresholds[predicate].find(({ part }) => part === id)?.minimum),
    );
    expect(wbk).toEqual(['4.8', '4.2', '6', '6', '9', '6']);
    expect(wbbm).toEqual(['6', '5.25', '7.5', '7.5', '11.25', '7.5']);
  });
});
