import { runThreeServerCampaign } from '../../support/campaigns/three-server-campaign.ts';
import type { Group } from '../group.ts';
import { atMost, createRows } from '../row.ts';

/** Messages that Teams takes of an app in a second. */
const teamsTakes = 50;
const megabyte = 1_048_576;

export const campaign: Group = {
  name: 'campaign',
  title: 'a message to everyone in a large force, by three servers that are killed, at a connector on a bad day',
  takes: 'forty minutes',
  async *measure({ campaign: { people, factor, killEveryMs } }) {
    const said = (text: string): void => void process.stdout.write(`${text}\n`);
    const went = await runThreeServerCampaign({ people, factor, killEveryMs, seed: 13, sparesFirst: true, said });
    const { counts, resident, tookMs, pausedMs } = went;
    const faster = factor === 1 ? '' : `, ${factor} times as fast as Teams takes`;
    const row = createRows(`A message to ${people.toLocaleString('en-GB')} people, three servers${faster}`);
    const floorMs = (people / (teamsTakes * factor)) * 1_000;
    const failed = Object.values(counts.failed).reduce((sum, many) => sum + many, 0);
    const [first, last] = [resident[0] ?? Number.NaN, resident.at(-1) ?? Number.NaN];
    yield [
      row('time', tookMs / 1_000, 's'),
      row('time over the floor of the limit', tookMs / floorMs, 'times'),
      row('without the pauses that the channel asked for', (tookMs - pausedMs) / floorMs, 'times', atMost(1.1)),
      row('most requests in a second of Teams', went.maxPerSecond, 'requests'),
      row('servers killed', went.kills, 'kills'),
      row('sent', counts.sent, 'people'),
      row('not known', counts.notKnown, 'people'),
      row('gone', counts.gone, 'people'),
      row('failed', failed, 'people'),
      row('waiting', counts.waiting, 'people', atMost(0)),
      row('twice', went.twice, 'people', atMost(0)),
      row('missed, or said otherwise than it is', went.wrong, 'people', atMost(0)),
      ...resident.map((bytes, at) => row(`memory of a server after ${at + 1} tenths`, bytes / megabyte, 'MB')),
      row('memory, the last tenth over the first', last / first, 'times', atMost(1.25)),
      row('Cosmos DB, all that was asked', went.units / people, 'RU a person'),
    ];
  },
};
