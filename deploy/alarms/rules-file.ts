import { type Alarm, alarmTable } from './alarm-table.ts';

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

const ruleOf = ([name, alarm]: readonly [string, Alarm]): string => `      - alert: ${name}
        expr: ${quoted(alarm.expr)}
        for: ${alarm.for}
        labels:
          severity: ${alarm.severity}
        annotations:
          summary: ${quoted(alarm.summary)}
          runbook: ${quoted(`docs/guides/runbook.md#${name.toLowerCase()}`)}
`;

/** A Prometheus rules file. */
export const rulesFile = (): string =>
  `# Written by "npm run deploy -- write" from deploy/alarms/alarm-table.ts: change it there.
groups:
  - name: candour
    rules:
${Object.entries(alarmTable).map(ruleOf).join('')}`;
