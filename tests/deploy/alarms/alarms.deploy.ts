import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { alarmTable } from '../../../deploy/alarms/alarm-table.ts';
import { createMetrics } from '../../../bot/runtime/metrics/metrics.ts';
import { openSqliteStore } from '../../../storage/sqlite/open-sqlite-store.ts';
import { alarmCases } from '../../support/metrics/alarm-cases.ts';
import { createTemporaryFolder } from '../../support/storage/temporary-folder.ts';

const rules = join(import.meta.dirname, '../../../deploy/alarms/candour.rules.yml');
let folder: string;
beforeAll(() => {
  folder = createTemporaryFolder();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs promtool, with its end and all that it printed. Throws a sentence that says how to get it where it is missing. */
function promtool(args: readonly string[], input?: string): { readonly status: number | null; readonly said: string } {
  const { status, stdout, stderr, error } = spawnSync('promtool', args, { encoding: 'utf8', input });
  if (error) {
    throw new Error(
      'promtool is not there: install the package "prometheus" of Debian, or put promtool of a release of Prometheus on the PATH.',
    );
  }
  return { status, said: `${stdout}${stderr}` };
}

/** All that promtool finds wrong with the rules of a file, for some alarms. Each is looked at once a minute, or once an hour. */
function wrongBy(path: string, names: readonly string[], every: '1m' | '1h' = '1m'): string {
  const seriesOf = (series: Readonly<Record<string, string>>) =>
    Object.entries(series).map(([name, values]) => ({ series: name, values }));
  const asked = Object.entries(alarmTable).filter(([name]) => names.includes(name));
  const tests = asked.flatMap(([alertname, { severity, summary }]) => {
    const found = Object.entries(alarmCases).find(([name]) => name === alertname)?.[1];
    if (found === undefined) throw new Error(`no case of ${alertname}`);
    const exp_annotations = { summary, runbook: `docs/guides/runbook.md#${alertname.toLowerCase()}` };
    const raised = [{ exp_labels: { ...found.loud.labels, severity }, exp_annotations }];
    return (
      [
        [found.loud, raised],
        [found.quiet, []],
      ] as const
    ).map(([{ series, at }, exp_alerts]) => ({
      name: alertname,
      interval: every,
      input_series: seriesOf(series),
      alert_rule_test: [{ eval_time: at, alertname, exp_alerts }],
    }));
  });
  const file = join(folder, 'alarms.test.json');
  writeFileSync(file, JSON.stringify({ rule_files: [path], evaluation_interval: every, tests }));
  const { status, said } = promtool(['test', 'rules', file]);
  return status === 0 ? '' : said;
}

describe('the alarms, by the tool of Prometheus itself', () => {
  it('are rules without a mistake', () => {
    expect(promtool(['check', 'rules', rules])).toMatchObject({ status: 0 });
  });

  it('are each raised by what they are for, and by nothing less', () => {
    const slow = 'CandourOldSecret';
    const others = Object.keys(alarmTable).filter((name) => name !== slow);
    expect(wrongBy(rules, others)).toBe('');
    expect(wrongBy(rules, [slow], '1h')).toBe('');
  });

  it.each([
    ['a threshold that is never reached', 'CandourAlertsOverdue', 'alerts_overdue > 0', 'alerts_overdue > 100'],
    ['a metric that is misspelt', 'CandourStoreAway', 'candour_store_ready == 0', 'candour_store_redy == 0'],
    ['a wait that is too long', 'CandourClockDoubted', 'for: 30m', 'for: 30h'],
  ])('would be noticed with %s', (_what, alarm, find, put) => {
    const spoilt = join(folder, 'spoilt.yml');
    const text = readFileSync(rules, 'utf8');
    expect(text).toContain(find);
    writeFileSync(spoilt, text.replace(find, put));
    expect(wrongBy(spoilt, [alarm])).toContain('FAILED');
  });
});

it('what a server hands out is in order by the tool of Prometheus itself', async () => {
  const clock = () => new Date();
  const store = openSqliteStore(join(folder, 'candour.db'));
  const metrics = createMetrics(
    {
      recipients: { acu: [], recovery: [], reserve: [], custodians: [] },
      signedList: undefined,
      secretBefore: undefined,
      store: { kind: 'sqlite', path: '', use: 'production' },
    },
    {
      store,
      seal: { seal: async () => '', fingerprints: () => [] },
      clock,
      monotonic: () => performance.now(),
    },
  );
  const known = { areFilesReady: async () => true, isClockTrusted: () => true, alertsSetAside: () => 0 };
  const [own] = metrics.instrumentTasks([], known);
  await own?.run();
  await own?.onStop?.();
  const text = await metrics.text();
  await store.close();
  expect(text).toContain('candour_store_ready 1');
  expect(promtool(['check', 'metrics'], text)).toEqual({ status: 0, said: '' });
});
