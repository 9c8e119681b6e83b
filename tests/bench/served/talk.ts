import { answerUses } from './uses.ts';

/** Says that the bot listens, answers questions about what it uses, and ends it when asked to or left alone. */
export function talk(port: number, stop: () => Promise<void>): void {
  const end = (): void => void stop().finally(() => process.exit(0));
  answerUses((asked) => {
    if (asked === 'stop') end();
  });
  process.once('disconnect', end);
  process.send?.({ said: 'ready', port });
}
