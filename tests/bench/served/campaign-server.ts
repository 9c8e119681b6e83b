import { hastened } from '../../support/campaigns/hastened.ts';
import { storeByWire } from '../../support/campaigns/store-by-wire.ts';
import { sendingServer } from '../../support/campaigns/sending-server.ts';
import { type CampaignSaid, campaignSaidSchema, talkOfCampaign } from './campaign-talk.ts';

// One server of a campaign: the sender alone, tended as a running server tends it.
const factor = Number(process.env['FACTOR']);
const said: CampaignSaid = campaignSaidSchema.parse(JSON.parse(process.env['STORE_BY_WIRE'] ?? ''));
if (said.said !== 'store') throw new Error('no store');
const store = storeByWire(said);
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
talkOfCampaign(
  { said: 'sending' },
  () => 0,
  () => sender.stop(),
);
