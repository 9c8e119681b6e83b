import { orExitWithReason } from '../../bot/running/exit-with-reason.ts';
import { dayOf } from '../../concerns/terms/calendar.ts';
import { fleetCommand } from '../fleet.ts';

await orExitWithReason('Nothing was looked at.', async () => {
  process.exitCode = await fleetCommand(
    {
      say: (line) => console.log(line),
      today: () => dayOf(new Date(), 'Europe/London'),
      deadlineMs: 10_000,
    },
    process.argv.slice(2),
  );
});
