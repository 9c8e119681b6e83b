import { Agent } from 'node:https';
import { openCosmosStore } from '../../../storage/cosmos/open-cosmos-store.ts';
import { hastened } from '../../support/campaigns/hastened.ts';
import { sendingServer } from '../../support/campaigns/sending-server.ts';
import { type CampaignSaid, campaignSaidSchema, talkOfCampaign } from './campaign-talk.ts';

// One server of a campaign: the sender alone, tended as a running server tends it.
const factor = Number(process.env['FACTOR']);
const said: CampaignSaid = campaignSaidSchema.parse(JSON.parse(process.env['STORE_BY_WIRE'] ?? ''));
if (said.said !== 'store') throw new Error('no store');
const { endpoint, key, database, ca } = said;
const store = openCosmosStore({
  endpoint,
  credential: { key },
  database,
  clock: () => new Date(),
  agent: new Agent({ ca, keepAlive: true }),
  followsRegions: false,
  requestTimeoutMs: 60_000,
  deadlineMs: 120_000,
});
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
