import type { Tab } from '../parts/tab-context.ts';
import type { Bar, Chart } from './charts-of.ts';

const labels = (bars: readonly Bar[]): string => bars.map(({ label }) => label).join(', ');

function drawnWords(say: Tab['say'], { bars }: Chart, isByWeek: boolean): readonly string[] {
  const drawn = bars.flatMap((bar) => (bar.value === undefined ? [] : [{ ...bar, value: bar.value }]));
  const values = drawn.map(({ value }) => value);
  const last = drawn.at(-1);
  if (last === undefined) return [];
  const [least, most] = [Math.min(...values), Math.max(...values)];
  if (most === 0) return [say('summaries.allZero')];
  if (!isByWeek) {
    const highest = drawn.filter(({ value }) => value === most);
    return [say('summaries.highest', { label: labels(highest), value: most })];
  }
  if (least === most) return [say('summaries.level', { value: most })];
  return [say('summaries.between', { least, most, week: last.label, last: last.value })];
}

/**
 * Stands for the chart in words. A figure that is kept back is named as such, and enters no other figure of the
 * sentence.
 */
export function chartSentence(say: Tab['say'], chart: Chart, isByWeek: boolean): string {
  const hidden = chart.bars.filter(({ gap }) => gap === 'hidden');
  const lacking = chart.bars.filter(({ gap }) => gap === 'none');
  const isAllHidden = hidden.length === chart.bars.length;
  return [
    ...drawnWords(say, chart, isByWeek),
    ...(hidden.length === 0
      ? []
      : [isAllHidden ? say('summaries.allKeptBack') : say('summaries.keptBack', { labels: labels(hidden) })]),
    ...(lacking.length === 0 ? [] : [say('summaries.lacking', { labels: labels(lacking) })]),
  ].join(' ');
}
