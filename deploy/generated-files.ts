import { renderAlarmRules } from './alarms/alarm-table.ts';
import { renderDashboard } from './alarms/dashboard.ts';
import type { Json } from './azure/json.ts';
import { renderEnvExample, renderSettingsReference } from './settings-documentation.ts';
import { toolkitConfig, toolkitEnvironment } from './teams/agents-toolkit.ts';
import { entraAppManifest } from './teams/entra-app.ts';
import { toYaml } from './teams/yaml.ts';

const formatJson = (value: Json): string => `${JSON.stringify(value, null, 2)}\n`;

/** By their paths in the repository. */
export const renderGeneratedFiles = (): readonly (readonly [path: string, text: string])[] => [
  ['.env.example', renderEnvExample()],
  ['docs/settings.md', renderSettingsReference()],
  ['deploy/alarms/candour.rules.yml', renderAlarmRules()],
  ['deploy/alarms/dashboard.json', renderDashboard()],
  ['deploy/teams/entra-app.json', formatJson(entraAppManifest())],
  ['deploy/teams/entra-app.microsoft365.json', formatJson(entraAppManifest({ everywhere: true }))],
  ['deploy/teams/m365agents.yml', toYaml(toolkitConfig())],
  ['deploy/teams/env/.env.example', toolkitEnvironment()],
];
