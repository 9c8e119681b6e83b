import type { Json } from '../template/json.ts';
import {
  type EventName,
  eventsForLater,
  eventsForNow,
  eventsOfDoors,
  eventsSaidOnce,
  reasonsOfDoors,
} from './alert-events.ts';
import { hasServer, ids, location, parameter, type Resource, variable, worked } from './parts.ts';

const tell: Json = [{ actionGroupId: worked(ids.tellers) }];
const named = (end: string): string => worked(`format('{0}-${end}', ${parameter('name')})`);

interface Measured {
  readonly end: string;
  readonly description: string;
  readonly of: string;
  readonly metric: string;
  readonly namespace: string;
  readonly aggregation: string;
  readonly operator: string;
  readonly threshold: number;
  readonly severity: number;
  readonly window: string;
  readonly dimensions?: Json;
  readonly condition?: string;
}

const measured = (one: Measured): Resource => ({
  type: 'Microsoft.Insights/metricAlerts',
  apiVersion: '2018-03-01',
  name: named(one.end),
  location: 'global',
  ...(one.condition === undefined ? {} : { condition: one.condition }),
  dependsOn: [worked(ids.tellers), worked(one.of)],
  properties: {
    description: one.description,
    severity: one.severity,
    enabled: true,
    scopes: [worked(one.of)],
    evaluationFrequency: one.window === 'PT1H' ? 'PT15M' : 'PT5M',
    windowSize: one.window,
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria',
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion',
          name: one.end,
          metricName: one.metric,
          metricNamespace: one.namespace,
          timeAggregation: one.aggregation,
          operator: one.operator,
          threshold: one.threshold,
          ...(one.dimensions === undefined ? {} : { dimensions: one.dimensions }),
        },
      ],
    },
    autoMitigate: true,
    actions: tell,
  },
});

interface Logged {
  readonly end: string;
  readonly description: string;
  readonly events: readonly EventName[];
  /** All where none are named. */
  readonly reasons?: readonly string[];
  readonly threshold: number;
  readonly severity: number;
  readonly window: string;
}

const quoted = (names: readonly string[]): string => names.map((name) => `'${name}'`).join(', ');

/** The lines of the log in which one of these events is said, for one of these reasons where some are named. */
const asked = (events: readonly EventName[], reasons: readonly string[] | undefined): string =>
  [
    'ContainerAppConsoleLogs',
    'extend line = parse_json(Log)',
    `where tostring(line.event) in (${quoted(events)})`,
    ...(reasons === undefined ? [] : [`where tostring(line.reason) in (${quoted(reasons)})`]),
    'project TimeGenerated',
  ].join(' | ');

/** The mail of such an alert says its name and a count: no line of the log, and nothing that is in one. */
const logged = ({ end, description, events, reasons, threshold, severity, window }: Logged): Resource => ({
  type: 'Microsoft.Insights/scheduledQueryRules',
  apiVersion: '2022-06-15',
  name: named(end),
  location,
  kind: 'LogAlert',
  dependsOn: [worked(ids.tellers), worked(ids.logs)],
  properties: {
    displayName: `Candour: ${end}`,
    description,
    severity,
    enabled: true,
    scopes: [worked(ids.logs)],
    evaluationFrequency: window,
    windowSize: window,
    criteria: {
      allOf: [
        {
          query: asked(events, reasons),
          timeAggregation: 'Count',
          operator: 'GreaterThan',
          threshold,
          failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 },
        },
      ],
    },
    autoMitigate: false,
    // The table is there only once a server has written its first line.
    skipQueryValidation: true,
    actions: { actionGroups: [worked(ids.tellers)] },
  },
});

/** Who is told, and of what: by Azure's own measures, and by the closed list of what the server says of itself. */
export const alertResources: readonly Resource[] = [
  {
    type: 'Microsoft.Insights/actionGroups',
    apiVersion: '2023-01-01',
    name: worked(variable('tellers')),
    location: 'global',
    properties: {
      groupShortName: 'Candour',
      enabled: true,
      emailReceivers: [{ name: 'operators', emailAddress: worked(parameter('alertMail')), useCommonAlertSchema: true }],
    },
  },
  measured({
    end: 'no-server',
    description: 'Fewer than one server runs.',
    of: ids.server,
    metric: 'Replicas',
    namespace: 'Microsoft.App/containerApps',
    aggregation: 'Maximum',
    operator: 'LessThan',
    threshold: 1,
    severity: 0,
    window: 'PT5M',
    condition: worked(hasServer),
  }),
  measured({
    end: 'restarts',
    description: 'A server starts again and again.',
    of: ids.server,
    metric: 'RestartCount',
    namespace: 'Microsoft.App/containerApps',
    aggregation: 'Maximum',
    operator: 'GreaterThan',
    threshold: 3,
    severity: 1,
    window: 'PT15M',
    condition: worked(hasServer),
  }),
  measured({
    end: 'database-away',
    description: 'The database does not answer as Azure promises.',
    of: ids.cosmos,
    metric: 'ServiceAvailability',
    namespace: 'Microsoft.DocumentDB/databaseAccounts',
    aggregation: 'Average',
    operator: 'LessThan',
    threshold: 99,
    severity: 0,
    window: 'PT1H',
  }),
  measured({
    end: 'database-full',
    description: 'The database refuses requests: maxThroughput is too low.',
    of: ids.cosmos,
    metric: 'TotalRequests',
    namespace: 'Microsoft.DocumentDB/databaseAccounts',
    aggregation: 'Count',
    operator: 'GreaterThan',
    threshold: 50,
    severity: 2,
    window: 'PT5M',
    dimensions: [{ name: 'StatusCode', operator: 'Include', values: ['429'] }],
  }),
  measured({
    end: 'files-away',
    description: 'The account of sealed files does not answer.',
    of: ids.files,
    metric: 'Availability',
    namespace: 'Microsoft.Storage/storageAccounts',
    aggregation: 'Average',
    operator: 'LessThan',
    threshold: 99,
    severity: 1,
    window: 'PT15M',
  }),
  logged({
    end: 'look-now',
    description: 'The server said something after which somebody should look at once: the guide for operators, Health.',
    events: eventsForNow,
    threshold: 0,
    severity: 1,
    window: 'PT5M',
  }),
  logged({
    end: 'look-today',
    description: 'The server said again and again that something failed: the guide for operators, Health.',
    events: eventsForLater,
    threshold: 10,
    severity: 3,
    window: 'PT1H',
  }),
  logged({
    end: 'said-once',
    description: 'The server said something that it says once, or once a day: the guide for operators, Health.',
    events: eventsSaidOnce,
    threshold: 0,
    severity: 3,
    window: 'PT1H',
  }),
  logged({
    end: 'doors',
    description: 'People are turned away by keys, by settings that do not fit, or by a flood: the runbook.',
    events: eventsOfDoors,
    reasons: reasonsOfDoors,
    threshold: 4,
    severity: 1,
    window: 'PT1H',
  }),
];
