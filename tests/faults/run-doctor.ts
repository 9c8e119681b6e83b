import { copyFileSync, existsSync, mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import tls from 'node:tls';
import type { DoctorContext } from '../../cli/doctor.ts';
import { applicationIds } from '../../storage/sqlite/store-environment.ts';
import { runDoctorOnce } from '../support/cli/run-doctor.ts';
import type { RunningBot } from '../support/journeys/running-bot.ts';
import { forceEnvironment } from '../support/config/force-environment.ts';

/** The doctor waits no longer than this for what never answers: what it says then is looked at as well. */
const patience = { openingMs: 700, checkMs: 300 };
const trusted = tls.getCACertificates('default');

/** All that the doctor says of a deployment by its settings. An authority is the one of the account of Cosmos DB. */
export async function runDoctorText(
  environment: Parameters<typeof runDoctorOnce>[0],
  { authority, ...more }: Partial<DoctorContext> & { readonly authority?: string | undefined } = {},
): Promise<string> {
  if (authority !== undefined) tls.setDefaultCACertificates([...trusted, authority]);
  try {
    return (await runDoctorOnce(environment, ['--json'], { timeouts: patience, ...more })).text;
  } finally {
    if (authority !== undefined) tls.setDefaultCACertificates(trusted);
  }
}

/** The same of a bot that runs. */
export const runDoctorOnBot = (
  { environment, clock, cosmos }: RunningBot,
  around?: DoctorContext['wrapStore'],
): Promise<string> =>
  runDoctorText(environment, {
    clock: clock.now,
    authority: cosmos?.ca,
    ...(around !== undefined && { wrapStore: around }),
  });

/** The same of processes that were killed, by a copy of the file that they left: theirs is opened by nobody but them. */
export async function runDoctorOnKilled(
  folder: string,
  environment: Readonly<Record<string, string>>,
): Promise<string> {
  const copy = join(mkdtempSync(join(folder, 'copy-')), 'candour.db');
  for (const end of ['', '-wal']) {
    const left = join(folder, `candour.db${end}`);
    if (existsSync(left)) copyFileSync(left, `${copy}${end}`);
  }
  // The processes are development's, whose stores the doctor of a force leaves alone.
  const file = new DatabaseSync(copy);
  file.exec(`PRAGMA application_id = ${applicationIds.production}`);
  file.close();
  // Nothing hangs here, and a busy machine may be slow: a check that was late would say nothing of the file.
  const patient = { openingMs: 60_000, checkMs: 60_000 };
  return await runDoctorText({ ...forceEnvironment(copy), ...environment, SQLITE_PATH: copy }, { timeouts: patient });
}
