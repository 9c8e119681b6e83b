import { talk } from '../../bench/served/talk.ts';
import { hastened } from './hastened.ts';
import { sendingServer } from './sending-server.ts';
import { storeByWire, wireSchema } from './store-by-wire.ts';

// One server of a campaign: the sender alone, tended as a running server tends it.
const factor = Number(process.env['FACTOR']);
const store = storeByWire(wireSchema.parse(JSON.parse(process.env['STORE_BY_WIRE'] ?? '')));
const sender = sendingServer(store, { timing: hastened(factor), deadlineMs: Number(process.env['DEADLINE_MS']) });
let isTending = false;
setInterval(() => {
  if (isTending) return;
  isTending = true;
  void sender
    .tend()
    .catch(() => undefined)
    .finally(() => {
      isTending = false;
    });
}, 1_000 / factor);
talk({}, () => sender.stop(), { resident: () => ({ bytes: process.memoryUsage.rss() }) });
