import { runOrExit } from '../bot/runtime/process-exit.ts';
import { printLine, type CliCommand } from './cli-command.ts';

export const cliCommands = {
  setup: () => import('./setup.ts'),
  health: () => import('./health.ts'),
  keys: () => import('./keys.ts'),
  'open-report': () => import('./open-report.ts'),
  decrypt: () => import('./decrypt.ts'),
  audit: () => import('./audit.ts'),
  'verify-export': () => import('./verify-export.ts'),
  fleet: () => import('./fleet.ts'),
  doctor: () => import('./doctor.ts'),
  rotate: () => import('./rotate.ts'),
  page: () => import('./page.ts'),
  summary: () => import('./summary.ts'),
  return: () => import('./return.ts'),
  inspection: () => import('./inspection.ts'),
  campaign: () => import('./campaign.ts'),
  backup: () => import('./backup.ts'),
  restore: () => import('./restore.ts'),
  'export-all': () => import('./export-all.ts'),
  'import-all': () => import('./import-all.ts'),
  drill: () => import('./drill.ts'),
} as const satisfies Readonly<Record<string, () => Promise<{ readonly cliCommand: CliCommand }>>>;

/** Sets the exit code: 1 and a sentence without a value if the verb fails. `--help` needs no setting. */
export async function runCliCommand(
  { cliCommand }: { readonly cliCommand: CliCommand },
  args: readonly string[] = process.argv.slice(2),
): Promise<void> {
  if (args[0] === '--help') {
    printLine(cliCommand.usage);
    return;
  }
  await runOrExit(
    cliCommand.failureMessage,
    async () => {
      const code = await cliCommand.run(args);
      process.exitCode = code;
      if (cliCommand.exitsAtOnce) process.stdout.write('', () => process.exit(code));
    },
    cliCommand.errors,
  );
}
