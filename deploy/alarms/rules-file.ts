import { type Alarm, alarmTable } from './alarm-table.ts';

/** A text as YAML has it between two apostrophes. */
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

/** The rules of all alarms as a file of Prometheus. */
export const rulesFile = (): string =>
  `# Written by "npm run deploy -- write" from deploy/alarms/alarm-table.ts: change it there.
groups:
  - name: candour
    rules:
${Object.entries(alarmTable).map(ruleOf).join('')}`;
