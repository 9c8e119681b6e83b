import { orSayWhy } from '../../bot/running/say-why.ts';
import { auditCommand } from '../audit.ts';
import { withStore } from '../with-store.ts';

await orSayWhy(async () => {
  process.exitCode = await withStore(({ config, store, clock }) =>
    auditCommand(
      { ...store, clock, timeZone: config.TIME_ZONE, say: (line) => console.log(line) },
      process.argv.slice(2),
    ),
  );
});
