import { execFileSync } from 'node:child_process';
import { expect, it } from '@jest/globals';
import { join } from 'node:path';
import { importedPath } from '../support/imported-file.ts';

const root = join(import.meta.dirname, '..', '..');
/** Prints the packages that a server without settings has loaded, which then cannot start. */
const program = `
  import { registerHooks } from 'node:module';
  const loaded = new Set();
  registerHooks({ load: (url, context, next) => (loaded.add(url), next(url, context)) });
  await import(${JSON.stringify(importedPath(() => import('../../bot/main.ts'), import.meta.url))});
  const named = /node_modules\\/((?:@[^/]+\\/)?[^/]+)\\/(?!.*node_modules)/;
  console.log(JSON.stringify([...new Set([...loaded].map((path) => named.exec(path)?.[1]))]));
  process.exitCode = 0;
`;

it('a server loads what talks to Azure, counts and knows passkeys once its settings ask for it, and no reader of dates and numbers at all', () => {
  const said = execFileSync(process.execPath, ['--no-warnings', '--input-type=module', '-e', program], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  expect(said).toContain('"botbuilder-dialogs"');
  expect(said).toContain('"restify"');
  expect(said).not.toMatch(
    /"@azure\/(?:cosmos|storage-\w+)"|recognizers-text-(?:suite|number|choice|date-time)"|"globalize"|"@(?:opentelemetry|simplewebauthn)\//u,
  );
});
