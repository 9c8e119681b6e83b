import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { readAzureTemplate } from '../../deploy/azure/check-parameters.ts';
import { getByPath, isJsonArray } from '../../deploy/azure/json.ts';
import packageJson from '../../package.json' with { type: 'json' };
import { listResources } from '../support/deploy/template-text.ts';

const textOf = (path: string): string => readFileSync(resolve(import.meta.dirname, '../..', path), 'utf8');
const asked = /--max-semi-space-size=\d+/u;
const [measured] = asked.exec(packageJson.scripts.serve) ?? [];

describe('the room that V8 takes for young objects', () => {
  it('is the one that was measured, wherever a server is begun', () => {
    expect(measured).toBe('--max-semi-space-size=16');
    const [unit = ''] = /^ExecStart=.*$/mu.exec(textOf('deploy/host/candour.service')) ?? [];
    const [image = ''] = /^ENV .*$/mu.exec(textOf('deploy/Containerfile')) ?? [];
    expect([unit, image].map((line) => asked.exec(line)?.[0])).toEqual([measured, measured]);
    expect(image).toContain(` NODE_OPTIONS=${measured}`);
    expect(unit).toMatch(/^ExecStart=\/\S+\/node --max-semi-space-size=16 \/opt\/candour\/candour\.mjs serve$/u);
  });

  it('is left to the image in Azure, as is all else that the server is begun with', () => {
    const server = listResources(readAzureTemplate()).find(({ type }) => type === 'Microsoft.App/containerApps');
    const containers = getByPath(server?.said, 'properties', 'template', 'containers');
    const [only, ...others] = isJsonArray(containers) ? containers : [];
    expect(others).toEqual([]);
    expect(Object.keys(Object(only)).toSorted()).toEqual(['env', 'image', 'name', 'probes', 'resources']);
    expect(JSON.stringify(only)).not.toContain('NODE_OPTIONS');
  });
});
