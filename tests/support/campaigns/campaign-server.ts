import { startIpc } from '../../bench/served/ipc.ts';
import { scaleTiming } from './fast-timing.ts';
import { createSendingServer } from './sending-server.ts';
import { openRemoteStore, remoteStoreSchema } from './remote-store.ts';

// One server of a campaign: the sender alone, tended as a running server tends it.
const factor = Number(process.env['FACTOR']);
const store = openRemoteStore(remoteStoreSchema.parse(JSON.parse(process.env['STORE_BY_WIRE'] ?? '')));
const sender = createSendingServer(store, {
  timing: scaleTiming(factor),
  deadlineMs: Number(process.env['DEADLINE_MS']),
});
let isTending = false;
setInterval(() => {
  if (isTending) return;
  isTending = true;
  void sender
    .tick()
    .catch(() => undefined)
    .finally(() => {
      isTending = false;
    });
}, 1_000 / factor);
startIpc({}, () => sender.stop(), { resident: () => ({ bytes: process.memoryUsage.rss() }) });
