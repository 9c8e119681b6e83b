import { rulesFile } from './alarms/alarm-table.ts';
import { dashboardFile } from './alarms/dashboard.ts';
import type { Json } from './azure/json.ts';
import { envExample, settingsReference } from './settings-reference.ts';
import { agentsToolkit, toolkitEnvironment } from './teams/agents-toolkit.ts';
import { entraApp } from './teams/entra-app.ts';
import { asYaml } from './teams/yaml.ts';

const json = (value: Json): string => `${JSON.stringify(value, null, 2)}\n`;

/** The generated files that are committed, by their paths in the repository. */
export const deployedFiles = (): readonly (readonly [path: string, text: string])[] => [
  ['.env.example', envExample()],
  ['docs/settings.md', settingsReference()],
  ['deploy/alarms/candour.rules.yml', rulesFile()],
  ['deploy/alarms/dashboard.json', dashboardFile()],
  ['deploy/teams/entra-app.json', json(entraApp())],
  ['deploy/teams/entra-app.microsoft365.json', json(entraApp({ everywhere: true }))],
  ['deploy/teams/m365agents.yml', asYaml(agentsToolkit())],
  ['deploy/teams/env/.env.example', toolkitEnvironment()],
];
