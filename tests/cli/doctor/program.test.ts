import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { exitCodes } from '../../../cli/doctor/findings.ts';
import { type Microsoft, startMicrosoft } from '../../fakes/microsoft.ts';
import { tokenErrorAnswer } from '../../fakes/microsoft-cloud.ts';
import { createDeployment } from '../../support/cli/run-doctor.ts';
import { forceEnvironment } from '../../support/config/force-environment.ts';
import { createTemporaryFolder } from '../../support/storage/temporary-folder.ts';
import { importedPath } from '../../support/imported-file.ts';

const program = importedPath(() => import('../../../cli/candour.ts'), import.meta.url);
const { TENANT_ID: tenantId, BOT_APP_ID: appId } = forceEnvironment('');
const folder = createTemporaryFolder();
const authority = join(folder, 'authority.pem');
let microsoft: Microsoft;
let environment: Readonly<Record<string, string>>;
beforeAll(async () => {
  microsoft = await startMicrosoft({ tenantId, appId });
  writeFileSync(authority, microsoft.authority);
  environment = { ...(await createDeployment(folder)), BOT_APP_PASSWORD: microsoft.issuer.appSecret };
});
afterAll(() => microsoft.stop());

const saidSchema = z.object({
  checks: z.array(z.object({ check: z.string(), findings: z.array(z.object({ finding: z.string() })) })),
});

/** How the program ends, and what it finds of those who sign and of the bot's token. */
async function ask() {
  const env = {
    PATH: process.env['PATH'],
    ...environment,
    ...microsoft.environment,
    NODE_EXTRA_CA_CERTS: authority,
  };
  const [code, printed, complained] = await new Promise<readonly [unknown, string, string]>((settle) => {
    execFile(process.execPath, ['--no-warnings', program, 'doctor', '--json'], { env }, (error, stdout, stderr) =>
      settle([error?.code ?? 0, stdout, stderr]),
    );
  });
  expect(printed + complained).not.toContain('zq-');
  expect(printed + complained).not.toContain(environment['BOT_APP_PASSWORD']);
  const { checks } = saidSchema.parse(JSON.parse(printed));
  const of = (name: string) => checks.find(({ check }) => check === name)?.findings.map(({ finding }) => finding);
  return { code, complained, entra: of('entra'), token: of('token') };
}

describe('as a program that reaches Microsoft by its names', () => {
  it('finds both issuers well, and the bot’s token by its secret', async () => {
    expect(await ask()).toEqual({ code: 0, complained: '', entra: [], token: ['token-sealed'] });
    const places = microsoft.asked.map((address) => address.split('?')[0]);
    expect(places).toContain(`https://login.microsoftonline.com/${tenantId}/oauth2/v2.0/token`);
  });

  it.each([
    [7000222, 'token-secret-ended'],
    [7000215, 'token-secret-unknown'],
    [50_076, 'token-refused'],
  ])('tells what Entra’s number %s means, and repeats none of its words', async (number, finding) => {
    microsoft.answerTo(`https://login.microsoftonline.com/${tenantId}/oauth2`, tokenErrorAnswer(number));
    expect(await ask()).toEqual({ code: exitCodes.token, complained: '', entra: [], token: [finding] });
  });
});
