import type { RunningBot } from '../journeys/running-bot.ts';

/** The settings with which a bot hands out its numbers. */
export const withMetrics = { METRICS: 'yes', HEALTH_PORT: '0' } as const;

/** One number as it is handed out, with its labels. */
export interface Sample {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** The numbers of a bot as Prometheus gets them. */
export const scrape = async (bot: Pick<RunningBot, 'healthPort'>): Promise<string> =>
  await (await fetch(`http://127.0.0.1:${bot.healthPort() ?? 0}/metrics`)).text();

/** The samples of a text that was handed out. Throws where a line is none. */
export const parseSamples = (text: string): readonly Sample[] =>
  text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [, name, inBraces, value] = /^([a-z_]+)(?:\{(.*)\})? (\S+)$/u.exec(line) ?? [];
      if (name === undefined || value === undefined) throw new Error(`no sample: ${line}`);
      const labels = [...(inBraces ?? '').matchAll(/([a-z]+)="([^"]*)"/gu)].map(([, key = '', said = '']) => [
        key,
        said,
      ]);
      return { name, labels: Object.fromEntries(labels), value: Number(value) };
    });

/** The value of one sample. `undefined` where there is none. */
export const sampleValue = (
  text: string,
  name: string,
  labels: Readonly<Record<string, string>> = {},
): number | undefined =>
  parseSamples(text).find((sample) => sample.name === name && JSON.stringify(sample.labels) === JSON.stringify(labels))
    ?.value;
