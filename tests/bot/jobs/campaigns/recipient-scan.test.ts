import { expect, it } from '@jest/globals';
import { lookUpSubscribers } from '../../../../bot/jobs/campaigns/batch-sender.ts';
import { createSubscriber } from '../../../support/campaigns/sending-server.ts';

const version = '1';
const rows = [0, 1, 2, 3, 4, 5]
  .map((person) => createSubscriber(person, 'https://x'))
  .toSorted((a, b) => (a.id < b.id ? -1 : 1));
const waiting = (at: number) => ({ index: at, id: rows[at]?.id ?? '', activityId: '', attempts: 0 });

it('finds each row as it stands, says who has gone, and whose row cannot be read', async () => {
  const [gone, damaged] = [rows[2]?.id, rows[4]?.id];
  const found = await lookUpSubscribers(
    {
      page: async (after = '', most) =>
        rows
          .filter(({ id }) => id > after && id !== gone && id !== damaged)
          .slice(0, most)
          .map((value) => ({ value, version })),
      read: async (id) => {
        if (id === gone) return undefined;
        return { value: id === damaged ? undefined : rows.find((row) => row.id === id), version };
      },
    },
    [5, 1, 2, 4].map(waiting),
  );
  expect([1, 2, 4, 5].map((at) => found(rows[at]?.id ?? ''))).toEqual([rows[1], 'gone', 'unreadable', rows[5]]);
});
