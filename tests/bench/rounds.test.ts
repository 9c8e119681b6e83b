import { expect, it } from '@jest/globals';
import { medianFigure, medianRatio } from './rounds.ts';

const round = (stepMs: number) => ({
  stepsPerSecond: 1,
  reportsPerSecond: 1,
  stepMs,
  reportMs: 1,
  firstThreadMs: 1,
  drivenStepMs: 1,
  drivenReportMs: 1,
  cores: 1,
  idle: 0,
});
const seen = (...ms: readonly number[]) => ({ seen: ms.map(round) });

it('two sides are held against each other in the same round, however busy that round was', () => {
  const [quick, slow] = [seen(1, 10, 2), seen(2, 20, 4)];
  expect(medianFigure(quick, 'stepMs')).toBe(2);
  expect(medianRatio(quick, slow, 'stepMs')).toBe(0.5);
  expect(medianRatio(slow, quick, 'stepMs')).toBe(2);
});

it('a round that one side has not got, or in which someone was refused, is no figure', () => {
  expect(medianRatio(seen(1), seen(), 'stepMs')).toBeNaN();
  expect(medianRatio(seen(1), { seen: [undefined] }, 'stepMs')).toBeNaN();
  expect(medianFigure({ seen: [...seen(1, 1).seen, undefined] }, 'stepMs')).toBeNaN();
});
