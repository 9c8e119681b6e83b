/**
 * The commands of the artefact by the names of the npm scripts that do the same, and the module that each begins with.
 * Sources are not compiled for later: they change.
 */
export const commands = {
  serve: () => import('../bot/main.ts'),
  health: () => import('../commands/run/health.ts'),
  keys: () => import('../commands/keys.ts'),
  'open-report': () => import('../commands/open-report.ts'),
  audit: () => import('../commands/run/audit.ts'),
  'verify-export': () => import('../commands/run/verify-export.ts'),
  fleet: () => import('../commands/run/fleet.ts'),
  doctor: () => import('../commands/run/doctor.ts'),
  rotate: () => import('../commands/run/rotate.ts'),
  page: () => import('../commands/run/page.ts'),
  summary: () => import('../commands/run/summary.ts'),
  return: () => import('../commands/run/return.ts'),
  inspection: () => import('../commands/run/inspection.ts'),
  campaign: () => import('../commands/run/campaign.ts'),
  package: () => import('../manifest/package.ts'),
  backup: () => import('../commands/run/backup.ts'),
  restore: () => import('../commands/run/restore.ts'),
  'export-all': () => import('../commands/run/export-all.ts'),
  'import-all': () => import('../commands/run/import-all.ts'),
  drill: () => import('../commands/run/drill.ts'),
  compile: () => import('./compiled/compile.ts'),
} as const satisfies Readonly<Record<string, () => Promise<unknown>>>;

export type CommandName = keyof typeof commands;

/** The command of this name; `undefined` where there is none. */
export const commandNamed = (name: string | undefined): CommandName | undefined =>
  commandNames.find((one) => one === name);

const isName = (name: string): name is CommandName => Object.hasOwn(commands, name);

/** All of them, in the order in which they are told. */
export const commandNames: readonly CommandName[] = Object.keys(commands).filter(isName);
