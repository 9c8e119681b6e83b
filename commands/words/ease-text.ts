import { type Ease, easeGoal, isLongEnough, medianGrade } from './ease.ts';

const listed = 10;

const medianLine = (eases: readonly Ease[], which: string): string =>
  `  ${medianGrade(eases).toFixed(1).padStart(5)}  the median of ${eases.length} texts${which}`;

export const easeLines = (eases: readonly Ease[]): readonly string[] => [
  'School grade of the English that reporters may read, by the formula of Flesch and Kincaid',
  '',
  medianLine(eases, ''),
  medianLine(eases.filter(isLongEnough), ' of five words or more'),
  '',
  `The median is to be ${easeGoal} or lower. The hardest of five words or more:`,
  '',
  ...eases
    .filter(isLongEnough)
    .slice(0, listed)
    .map(({ grade, word, text }) => `  ${grade.toFixed(1).padStart(5)}  ${word.key}: ${text.replaceAll('\n', ' ')}`),
];
