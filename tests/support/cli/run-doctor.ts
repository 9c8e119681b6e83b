import type { TargetName } from '../../../core/model/alert-targets.ts';
import { expect } from '@jest/globals';
import { z } from 'zod';
import { doctorCommand, type DoctorContext } from '../../../cli/doctor.ts';
import { openSqliteStore } from '../../../storage/sqlite/open-sqlite-store.ts';
import type { Store } from '../../../core/ports/store.ts';
import { forceEnvironment } from '../config/force-environment.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** What the doctor prints for a program. */
export const doctorOutputSchema = z.object({
  isWell: z.boolean(),
  exit: z.int(),
  checks: z.array(
    z.object({
      check: z.string(),
      outcome: z.enum(['well', 'wrong', 'unseen']),
      facts: z.array(z.string()),
      findings: z.array(z.object({ finding: z.string(), kind: z.string(), says: z.string(), toDo: z.string() })),
    }),
  ),
});
export type DoctorOutput = z.infer<typeof doctorOutputSchema>;

/** The values of settings that are long enough not to be a word of a sentence. */
const valuesIn = (environment: Environment): readonly string[] =>
  Object.values(environment)
    .flatMap((value = '') => [value, ...value.split(/[\s,]+/u)])
    .filter((value) => value.length >= 8 && !/^(?:production|development|SingleTenant|UserAssignedMSI)$/u.test(value));

/** How the doctor ends and what it prints, asked once. Expects no value of a setting in that. */
export async function runDoctorOnce(
  environment: Environment,
  args: readonly string[] = [],
  more: Partial<DoctorContext> = {},
): Promise<{ readonly code: number; readonly text: string }> {
  const lines: string[] = [];
  const context: DoctorContext = {
    printLine: (line) => lines.push(line),
    clock: () => new Date(),
    environment,
    page: {
      showOnTerminal: () => undefined,
      askSecret: async () => '',
      folders: { built: '', previous: '' },
      partnersFolders: { built: '', previous: '' },
      deadlineMs: 5_000,
    },
    ...more,
  };
  // Where no Microsoft is given to a test, none is asked.
  const code = await doctorCommand(context, [...(more.microsoft === undefined ? ['--offline'] : []), ...args]);
  const text = lines.join('\n');
  expect(valuesIn(environment).filter((value) => text.includes(value))).toEqual([]);
  return { code, text };
}

/** What the doctor says of an environment, in words and for a program. */
export async function runDoctor(
  environment: Environment,
  args: readonly string[] = [],
  more: Partial<DoctorContext> = {},
) {
  const ask = (form: readonly string[]) => runDoctorOnce(environment, [...args, ...form], more);
  const [plain, json] = [await ask([]), await ask(['--json'])];
  const said = doctorOutputSchema.parse(JSON.parse(json.text));
  expect([plain.code, json.code]).toEqual([said.exit, said.exit]);
  for (const { says, toDo } of said.checks.flatMap(({ findings }) => findings)) {
    expect(plain.text).toContain(says);
    expect(plain.text).toContain(toDo);
  }
  return { ...said, text: plain.text, printed: plain.text + json.text };
}

/** The names of what is to be put right, in the order in which it is told. */
export const problemNames = ({ checks }: Pick<DoctorOutput, 'checks'>): readonly string[] =>
  checks.flatMap(({ findings }) => findings.filter(({ kind }) => kind !== 'unseen').map(({ finding }) => finding));

const channels = {
  acu: '19:unit@thread.tacv2',
  acuOnCall: '19:on-call@thread.tacv2',
  reserve: '19:reserve@thread.tacv2',
  reserveOnCall: '19:reserve-on-call@thread.tacv2',
} as const;

/** A channel as a start takes it from the settings. */
export const createTarget = (name: TargetName, conversationId: string, lost = false) => ({
  name,
  conversationId,
  serviceUrl: 'https://smba.trafficmanager.net/teams',
  tenantId: 'tenant',
  language: 'en' as const,
  lost,
});

/** A deployment on an embedded store as a server leaves it; `work` has the store before it is closed. */
export async function createDeployment(folder: string, work?: (store: Store) => Promise<void>) {
  const path = `${folder}/candour.db`;
  const store = openSqliteStore(path);
  await store.recordWriterVersion();
  for (const name of ['acu', 'acuOnCall', 'reserve', 'reserveOnCall'] as const)
    await store.targets.write(createTarget(name, channels[name]));
  await work?.(store);
  await store.close();
  return forceEnvironment(path);
}
