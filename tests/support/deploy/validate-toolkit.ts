// Has Microsoft's own Agents Toolkit look at the app package and at the file that it is told by: the manifest by its
// schema and rules, without signing in, and m365agents.yml by the schema of the toolkit itself. The toolkit is large
// (445 MB), and is installed into a folder of its own that is removed afterwards; it needs a registry, and nobody else.
//   npm run test:toolkit [-- a folder in which it is installed already]
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Ajv } from 'ajv';
import { unzipSync } from 'fflate';
import { toolkitConfig, toolkitVersion } from '../../../deploy/teams/agents-toolkit.ts';
import { buildAppPackage } from '../../../manifest/app-package.ts';
import { loadPackageSettings } from '../../../manifest/package-settings.ts';

const toolkit = '@microsoft/m365agentstoolkit-cli@1.1.17';
const folder = mkdtempSync(join(tmpdir(), 'candour-toolkit-'));
const installed = process.argv[2] === undefined ? folder : resolve(process.argv[2]);

try {
  if (installed === folder)
    execFileSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--prefix', folder, toolkit], {
      stdio: 'ignore',
    });
  const modules = join(installed, 'node_modules');
  const schema: object = JSON.parse(
    readFileSync(
      join(modules, '@microsoft/teamsfx-core/resource/yaml-schema', toolkitVersion, 'yaml.schema.json'),
      'utf8',
    ),
  );
  const isValid = new Ajv({ strict: false }).validate(schema, toolkitConfig());

  const files = unzipSync(buildAppPackage(loadPackageSettings({ CANDOUR_ENVIRONMENT: 'development' })));
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes);
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      join(modules, '.bin/atk'),
      'validate',
      '--manifest-file',
      join(folder, 'manifest.json'),
      '--telemetry',
      'false',
      '-i',
      'false',
    ],
    { encoding: 'utf8', cwd: folder },
  );
  const passes = status === 0 && stdout.includes('All passed');
  process.stdout.write(
    `m365agents.yml: ${isValid ? 'valid' : 'not valid'}\nThe app package: ${passes ? 'valid' : 'not valid'}\n`,
  );
  if (!passes) process.stderr.write(`${stdout}${stderr}\n`);
  if (!passes || !isValid) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
