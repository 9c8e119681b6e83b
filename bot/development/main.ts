import { orSayWhy } from '../say-why.ts';
import { banner } from './banner.ts';
import { startDevelopment } from './start.ts';

await orSayWhy(async () => {
  const development = await startDevelopment(process.env, (line) => process.stdout.write(line));
  process.stdout.write(banner(development));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void development.stop());
});
