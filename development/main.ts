import { runOrExit } from '../bot/runtime/process-exit.ts';
import { PlaygroundError } from './playground.ts';
import { DevelopmentStartError } from './development-start-error.ts';
import { startupBanner, startDevelopment } from './start-development.ts';

const runDevelopment = async (): Promise<void> => {
  const development = await startDevelopment((line) => process.stdout.write(line));
  process.stdout.write(startupBanner(development));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void development.stop());
};

await runOrExit('Candour cannot start.', runDevelopment, [PlaygroundError, DevelopmentStartError]);
