import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { eventCountRules } from '../../../bot/runtime/metrics/event-metrics.ts';
import { type Metric, metricTable } from '../../../bot/runtime/metrics/metric-table.ts';
import { alarmTable } from '../../../deploy/alarms/alarm-table.ts';

const root = join(import.meta.dirname, '../../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const metrics = new Map<string, Metric>(Object.entries(metricTable));
const dashboardSchema = z.object({
  panels: z.array(z.object({ title: z.string(), targets: z.array(z.object({ expr: z.string() })) })),
});
const panels = () => dashboardSchema.parse(JSON.parse(read('deploy/alarms/dashboard.json'))).panels;

/** Every metric that a question to Prometheus names, with the labels and the values that it asks for. */
const namedIn = (expr: string) =>
  [...expr.matchAll(/\b(candour_[a-z_]+|up)\b(?:\{([^}]*)\})?/gu)].map(([, name = '', inBraces = '']) => ({
    name: name.replace(/_bucket$/u, ''),
    labels: [...inBraces.matchAll(/([a-z]+)(?:=~|!=|=)"([^"]*)"/gu)].map(
      ([, label = '', values = '']) => [label, values.split('|')] as const,
    ),
  }));

/** All that is wrong with a question: names, labels and values that no server hands out. */
const wrongIn = (expr: string): readonly string[] =>
  namedIn(expr).flatMap(({ name, labels }) => {
    // Whether a server answers at all is Prometheus' own, by the name under which it asks.
    if (name === 'up') return [];
    const metric = metrics.get(name);
    if (metric === undefined) return [name];
    return labels.flatMap(([label, values]) => {
      const closed = metric.labels[label];
      if (closed === undefined) return [`${name} ${label}`];
      return closed === 'ofThisServer' ? [] : values.filter((value) => !closed.includes(value));
    });
  });

describe('the files of the alarms', () => {
  it('ask for what a server hands out, and for nothing else', () => {
    const asked = [...Object.values(alarmTable), ...panels().flatMap(({ targets }) => targets)].map(({ expr }) => expr);
    expect(asked.flatMap(wrongIn)).toEqual([]);
    expect(asked.filter((expr) => namedIn(expr).length === 0)).toEqual([]);
    expect(wrongIn('candour_tasks_late{task="alerts"} > 0')).toEqual(['candour_tasks_late']);
    expect(wrongIn('candour_events_total{person="a",event=~"failed|told"}')).toEqual([
      'candour_events_total person',
      'told',
    ]);
  });

  it('show each metric once', () => {
    const shown = panels().flatMap(({ targets }) =>
      targets.flatMap(({ expr }) => namedIn(expr).map(({ name }) => name)),
    );
    expect([...shown].sort()).toEqual(Object.keys(metricTable).sort());
  });

  it('have an alarm for each event that somebody has to look at', () => {
    const told = Object.values(alarmTable)
      .map(({ expr }) => expr)
      .join(' ');
    const watched = Object.entries(eventCountRules)
      .map(([event, counting]) => (counting.when !== 'never' && counting.as) || event)
      .filter((event) =>
        /(?:Failed|failed|Lost|Stopped|Mixed|Differs|Unreadable|NotGenuine|Mended|Full|Left)$/u.test(event),
      );
    // A channel that does not take alerts is seen by the alerts themselves.
    const apart = ['alertFailed'];
    expect([...new Set(watched)].filter((event) => !told.includes(event) && !apart.includes(event))).toEqual([]);
  });
});

describe('the runbook', () => {
  const text = read('docs/guides/runbook.md');
  const [, alarms = '', events = ''] = text.split(/^## (?:Alarms|Events of the log)$/mu);
  const sections = alarms
    .split(/^### /mu)
    .slice(1)
    .map((section) => ({ name: section.split('\n')[0] ?? '', body: section.slice(section.indexOf('\n')) }));
  const rows = [...events.matchAll(/^\| `(\w+)` \| (.+) \| (.+) \|$/gmu)].map(
    ([row, name = '', means = '', toDo = '']) => ({ name, means, toDo, length: row.length }),
  );

  it('has a section for each alarm, and none for anything else', () => {
    expect(sections.map(({ name }) => name).sort()).toEqual(Object.keys(alarmTable).sort());
  });

  it('says in each what it means, what may be lost, what to do and whom to tell, on few lines', () => {
    for (const { name, body } of sections) {
      const leads = [...body.matchAll(/^\*\*([A-Za-z ]+)\.\*\* \S/gmu)].map(([, lead]) => lead);
      expect([name, leads]).toEqual([name, ['Means', 'May be lost', 'Do', 'Tell']]);
      expect(body.length).toBeLessThan(1_000);
    }
  });

  it('has a row for each event of the log in the order of their names, and none for anything else', () => {
    expect(rows.map(({ name }) => name)).toEqual(Object.keys(eventCountRules).sort());
  });

  it('says in each row what the event means, and what to do or which alarm says so', () => {
    const alarmAnchors = Object.keys(alarmTable).map((name) => `[${name}](#${name.toLowerCase()})`);
    for (const { name, means, toDo, length } of rows) {
      expect([name, /^[A-Z].*\.$/u.test(means), toDo.endsWith('.')]).toEqual([name, true, true]);
      const linked = [...toDo.matchAll(/\[Candour\w+\]\([^)]*\)/gu)].map(([link]) => link);
      expect(linked.filter((link) => !alarmAnchors.includes(link))).toEqual([]);
      expect(length).toBeLessThan(500);
    }
  });

  it('calms: nobody is told to look for a person, and nothing is shouted', () => {
    expect(text).not.toMatch(/!(?!\[)/u);
    expect(text).not.toMatch(/\b(?:simply|just|obviously|user error)\b/iu);
  });
});
