import { type MetricName, metricTable } from '../../bot/runtime/metrics/metric-table.ts';

interface PanelDefinition {
  readonly title: string;
  readonly expr: string;
  readonly unit?: 's' | 'bytes' | 'dateTimeFromNow';
  readonly legend: string;
  readonly panelType?: 'timeseries' | 'stat' | 'table';
}

const panelDefinitions: Readonly<Record<MetricName, PanelDefinition>> = {
  candour_store_ready: {
    title: 'Server can write to the store',
    expr: 'candour_store_ready',
    legend: '{{instance}}',
    panelType: 'stat',
  },
  candour_seal_ready: {
    title: 'Server can encrypt reports',
    expr: 'candour_seal_ready',
    legend: '{{instance}}',
    panelType: 'stat',
  },
  candour_files_ready: {
    title: 'Server can store files',
    expr: 'candour_files_ready',
    legend: '{{instance}}',
    panelType: 'stat',
  },
  candour_clock_trusted: {
    title: 'Clock can be trusted',
    expr: 'candour_clock_trusted',
    legend: '{{instance}}',
    panelType: 'stat',
  },
  candour_build_info: {
    title: 'Versions',
    expr: 'candour_build_info',
    legend: '{{instance}}: {{version}}, Node {{node}}, {{store}}',
    panelType: 'stat',
  },
  candour_alerts_overdue: {
    title: 'Overdue alerts (at least)',
    expr: 'max(candour_alerts_overdue)',
    legend: 'overdue',
  },
  candour_alerts_overdue_seconds: {
    title: 'Longest time overdue (at least)',
    expr: 'max(candour_alerts_overdue_seconds)',
    unit: 's',
    legend: 'overdue',
  },
  candour_alerts_failing: {
    title: 'Alerts whose last post failed (at least)',
    expr: 'max(candour_alerts_failing)',
    legend: 'failing',
  },
  candour_alerts_set_aside: {
    title: 'Alerts that Candour cannot read (at least)',
    expr: 'max(candour_alerts_set_aside)',
    legend: 'set aside',
  },
  candour_store_check_seconds: {
    title: 'Store: nine checks in ten take at most',
    expr: 'histogram_quantile(0.9, rate(candour_store_check_seconds_bucket[15m]))',
    unit: 's',
    legend: '{{instance}}',
  },
  candour_task_late_seconds: {
    title: 'Regular work is late by (at least)',
    expr: 'candour_task_late_seconds > 0',
    unit: 's',
    legend: '{{instance}}: {{task}}',
  },
  candour_events_total: {
    title: 'Events in the last hour',
    expr: 'sum by (event, reason) (increase(candour_events_total[1h])) > 0',
    legend: '{{event}} {{reason}}',
  },
  candour_loop_delay_seconds: {
    title: 'Requests wait for the process (at least)',
    expr: 'candour_loop_delay_seconds',
    unit: 's',
    legend: '{{instance}}',
  },
  candour_memory_bytes: { title: 'Memory', expr: 'candour_memory_bytes', unit: 'bytes', legend: '{{instance}}' },
  candour_started_seconds: {
    title: 'Started',
    expr: 'candour_started_seconds * 1000',
    unit: 'dateTimeFromNow',
    legend: '{{instance}}',
    panelType: 'stat',
  },
  candour_recipients: {
    title: 'Keys in each group',
    expr: 'max by (group) (candour_recipients)',
    legend: '{{group}}',
    panelType: 'stat',
  },
  candour_recipients_signed: {
    title: 'List of keys is signed',
    expr: 'min(candour_recipients_signed)',
    legend: 'signed',
    panelType: 'stat',
  },
  candour_secret_before: {
    title: 'Previous secret is still set',
    expr: 'max(candour_secret_before)',
    legend: 'set',
    panelType: 'stat',
  },
};

const datasource = { type: 'prometheus', uid: '$source' } as const;
const [width, height, perRow] = [12, 7, 2] as const;

/** A Grafana dashboard: a panel for each metric, with its meaning. */
export function renderDashboard(): string {
  const panels = Object.entries(panelDefinitions).map(
    ([name, { title, expr, unit, legend, panelType: as = 'timeseries' }], at) => ({
      id: at + 1,
      title,
      description: new Map<string, { readonly help: string }>(Object.entries(metricTable)).get(name)?.help ?? '',
      type: as,
      datasource,
      gridPos: { h: height, w: width, x: (at % perRow) * width, y: Math.floor(at / perRow) * height },
      fieldConfig: { defaults: { ...(unit !== undefined && { unit }), min: 0 }, overrides: [] },
      targets: [{ refId: 'A', datasource, expr, legendFormat: legend }],
    }),
  );
  const dashboard = {
    uid: 'candour',
    title: 'Candour',
    description:
      'Written by "npm run deploy -- write" in the sources, from deploy/alarms/dashboard.ts: change it there.',
    schemaVersion: 39,
    timezone: 'browser',
    refresh: '1m',
    time: { from: 'now-24h', to: 'now' },
    templating: { list: [{ name: 'source', label: 'Prometheus', type: 'datasource', query: 'prometheus' }] },
    panels,
  };
  return `${JSON.stringify(dashboard, undefined, 2)}\n`;
}
