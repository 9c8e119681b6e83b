import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Json, JsonObject } from '../../deploy/azure/json.ts';
import { fullParameters, sampleSettings } from '../support/deploy/sample-parameters.ts';
import { createTemporaryFolder } from '../support/storage/temporary-folder.ts';
import { importedPath } from '../support/imported-file.ts';

const root = resolve(import.meta.dirname, '../..');
let folder: string;
beforeEach(() => {
  folder = createTemporaryFolder();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the command with a file of this content, and gives its exit code and all that it prints. */
function check(content: string): { readonly code: number | null; readonly said: string } {
  const file = join(folder, 'candour.json');
  writeFileSync(file, content);
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--no-warnings', importedPath(() => import('../../deploy/main.ts'), import.meta.url), 'check', file],
    { encoding: 'utf8', cwd: root },
  );
  return { code: status, said: stdout + stderr };
}

const fileOf = (parameters: JsonObject): string =>
  JSON.stringify({
    parameters: Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, { value }])),
  } satisfies Json);

describe('npm run deploy -- check', () => {
  it('says that nothing is wrong', () => {
    const { code, said } = check(fileOf(fullParameters));
    expect(code).toBe(0);
    expect(said).toContain('No problems found');
  });

  it('takes the file that comes with Candour once it says whom to tell, and what the force is called', () => {
    const example = readFileSync(join(root, 'deploy/azure/candour.parameters.json'), 'utf8');
    const filled = JSON.stringify(JSON.parse(example))
      .replace('"alertMail":{"value":""}', '"alertMail":{"value":"a@b.cd"}')
      .replaceAll(/"((?:FORCE|VICTIMS)_NAME_(?:EN|CY))":""/gu, '"$1":"Example"');
    expect(check(filled).code).toBe(0);
    expect(check(example).said).toContain('alertMail is outside its limits');
  });

  it('refuses a server of a force without a name', () => {
    const { code, said } = check(fileOf({ ...fullParameters, settings: { FORCE_NAME_EN: '', VICTIMS_NAME_EN: ' ' } }));
    expect(code).toBe(3);
    for (const name of ['FORCE_NAME_EN', 'FORCE_NAME_CY', 'VICTIMS_NAME_EN', 'VICTIMS_NAME_CY'])
      expect(said).toContain(`Wrong: ${name} is missing`);
  });

  it('takes a name of the force from the vault', () => {
    const { FORCE_NAME_EN: _, ...settings } = sampleSettings;
    const kept = { ...fullParameters, settings, secrets: ['CARRIED_STATE_SECRET', 'FORCE_NAME_EN'] };
    expect(check(fileOf(kept)).code).toBe(0);
    expect(check(fileOf({ ...kept, secrets: ['CARRIED_STATE_SECRET'] })).said).toContain('FORCE_NAME_EN is missing');
  });

  it.each([
    ['a secret', fileOf({ ...fullParameters, settings: { EXPORT_SIGNING_KEY: 'canary' } }), 3],
    ['a parameter that there is not', fileOf({ ...fullParameters, canaryless: 'canary' }), 3],
    ['a parameter without its value', '{"parameters":{"alertMail":"canary"}}', 3],
    ['no parameters', '["canary"]', 3],
    ['what is no JSON', '{"canary', 1],
    ['nothing', '', 1],
  ])('refuses %s in a sentence, and says none of its values', (_what, content, code) => {
    const answer = check(content);
    expect(answer.code).toBe(code);
    expect(answer.said).toMatch(/\.\n$/u);
    expect(answer.said).not.toMatch(/\bcanary\b|\n {4}at /u);
  });
});
