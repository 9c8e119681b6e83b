import { campaignByThree } from '../support/campaigns/campaign-by-three.ts';
import { atMost, type Row, rowsOf } from './row.ts';
import type { Scale } from './scale.ts';

const teamsTakes = 50;
const goalRatio = 1.1;
const megabyte = 1_048_576;

/** One message to everybody in a large force, by three servers that are killed at a connector that has a bad day. */
export async function measureCampaign({ campaign }: Scale): Promise<readonly Row[]> {
  const { people, factor, killEveryMs } = campaign;
  const said = (text: string): void => void process.stdout.write(`${text}\n`);
  const went = await campaignByThree({ people, factor, killEveryMs, seed: 13, sparesFirst: true, said });
  const { counts, resident } = went;
  const row = rowsOf(
    `A message to ${people.toLocaleString('en-GB')} people, three servers${factor === 1 ? '' : `, ${factor} times as fast as Teams takes`}`,
  );
  const floorMs = (people / (teamsTakes * factor)) * 1_000;
  const failed = Object.values(counts.failed).reduce((sum, many) => sum + many, 0);
  const [first, last] = [resident[0] ?? Number.NaN, resident.at(-1) ?? Number.NaN];
  return [
    row('time', went.tookMs / 1_000, 's'),
    row('time over the floor of the limit', went.tookMs / floorMs, 'times'),
    row(
      'the same without the pauses that the channel asked for',
      (went.tookMs - went.pausedMs) / floorMs,
      'times',
      atMost(goalRatio),
    ),
    row('most requests in a second of Teams', went.mostInASecond, 'requests'),
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
}
