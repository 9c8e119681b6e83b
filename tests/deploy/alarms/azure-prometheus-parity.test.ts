import { describe, expect, it } from '@jest/globals';
import { partnerRefusalReasons, activityRefusalReasons, tabRefusalReasons } from '../../../bot/runtime/event-log.ts';
import { type EventName, eventCountRules } from '../../../bot/runtime/metrics/event-metrics.ts';
import { alarmTable } from '../../../deploy/alarms/alarm-table.ts';
import { readAzureTemplate } from '../../../deploy/azure/check-parameters.ts';
import { listTexts } from '../../support/deploy/template-text.ts';

/** The names that the queries of the template ask a field of a line of the log for. */
const askedOf = (field: string): readonly string[] =>
  listTexts(readAzureTemplate()).flatMap((text) => {
    const [, names = ''] = new RegExp(`where tostring\\(line\\.${field}\\) in \\(([^)]*)\\)`, 'u').exec(text) ?? [];
    return names === '' ? [] : names.split(', ').map((name) => name.slice(1, -1));
  });
const ofAzure = askedOf('event');
const reasonsOfDoors = askedOf('reason');
const exprs = Object.values(alarmTable).map(({ expr }) => expr);
const valuesOf = (label: string): readonly string[] => [
  ...new Set(
    exprs.flatMap((expr) =>
      [...expr.matchAll(new RegExp(`\\b${label}=~?"([^"]+)"`, 'gu'))].flatMap(([, values = '']) => values.split('|')),
    ),
  ),
];
/** The events that are counted under a name. */
const countedAs = (name: string): readonly string[] =>
  Object.entries(eventCountRules)
    .filter(([event, counting]) => ((counting.when !== 'never' && counting.as) || event) === name)
    .map(([event]) => event);

/** Events that Prometheus is not asked for, and the reading or the end of a server that tells it of the same. */
const byReadings: Readonly<Partial<Record<EventName, string>>> = {
  alertFailed: 'candour_alerts_failing',
  alertsSetAside: 'candour_alerts_set_aside',
  clockDoubted: 'candour_clock_trusted',
  crashed: 'candour_started_seconds',
  filesUnreachable: 'candour_files_ready',
};

describe('what is told of a server in Azure, and by Prometheus', () => {
  it('is of the same lines of the log, each in one list', () => {
    const ofPrometheus = [...valuesOf('event').flatMap(countedAs), ...Object.keys(byReadings)];
    expect([...ofAzure].toSorted()).toEqual([...new Set(ofPrometheus)].toSorted());
  });

  it('is of the same reasons for which somebody is turned away', () => {
    const known = new Set<string>([...activityRefusalReasons, ...tabRefusalReasons, ...partnerRefusalReasons]);
    const asked = exprs
      .filter((expr) => expr.includes('Refused'))
      .flatMap((expr) => [...expr.matchAll(/reason=~"([^"]+)"/gu)].flatMap(([, values = '']) => values.split('|')));
    expect([...reasonsOfDoors].toSorted()).toEqual([...new Set(asked)].toSorted());
    expect(reasonsOfDoors.filter((reason) => !known.has(reason))).toEqual([]);
  });

  it('leaves out of Prometheus only what a reading of its own says', () => {
    for (const reading of Object.values(byReadings)) expect(exprs.some((expr) => expr.includes(reading))).toBe(true);
  });

  it('reaches somebody for what comes once a day: such a line waits for no second one', () => {
    const rules = JSON.stringify(readAzureTemplate());
    const once = ['certificateEnds', 'dailyCountFailed', 'reviewsDue', 'runStopped', 'summaryWaits'];
    for (const event of once) {
      const [, threshold] = new RegExp(`'${event}'[^}]*?"threshold":(\\d+)`, 'u').exec(rules) ?? [];
      expect([event, threshold]).toEqual([event, '0']);
    }
  });
});
