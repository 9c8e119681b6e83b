import { StoreError } from '../concerns/ports/store-error.ts';
import type { Store } from '../concerns/ports/store.ts';
import { isPausedBy, restoredMark } from '../concerns/ports/restore-mark.ts';
import type { Clock } from '../concerns/terms/clock.ts';

type Paused = Pick<Store, 'dailyMarks' | 'campaigns' | 'regularPosts'>;

const postNames = {
  dailyCount: 'The daily count',
  weekInChannel: 'The week in a channel',
  weekToPerson: 'The week to people who asked for it',
} as const;

async function waitingLines({ campaigns, regularPosts }: Paused): Promise<readonly string[]> {
  const running = (await campaigns.list()).map(({ value }) => value).filter(({ state }) => state === 'running');
  const posts = new Set((await regularPosts.all()).map(({ regular }) => postNames[regular.what]));
  return [
    ...running.map(({ name, items }) => {
      const open = items.filter(({ state }) => state === 'planned' || state === 'sending');
      const sending = open.filter(({ state }) => state === 'sending').length;
      return `- The campaign “${name}”: ${sending} of ${open.length} items that are not over were under way.`;
    }),
    ...[...posts].map((name) => `- ${name}.`),
  ];
}

export async function pauseAfterRestore({ dailyMarks }: Pick<Store, 'dailyMarks'>, clock: Clock): Promise<void> {
  const standing = await dailyMarks.read('restored');
  if (!(await dailyMarks.write(restoredMark(clock()), standing?.version))) throw new StoreError('busy');
}

export async function pauseText(store: Paused): Promise<readonly string[]> {
  if (!isPausedBy((await store.dailyMarks.read('restored'))?.value)) return ['Nothing waits because of a restore.'];
  const lines = await waitingLines(store);
  return [
    'Messages to many and regular posts are paused: what was sent after the copy was made would be sent again.',
    ...(lines.length === 0 ? ['Nothing of that kind is planned.'] : lines),
    'Cancel in the tab what has arrived. Then let the rest go on: npm run restore -- --go-on',
  ];
}

export async function goOnAfterRestore({ dailyMarks }: Pick<Store, 'dailyMarks'>): Promise<string> {
  const standing = await dailyMarks.read('restored');
  if (standing === undefined || !isPausedBy(standing.value)) return 'Nothing waits because of a restore.';
  if (!(await dailyMarks.write({ ...standing.value, state: 'done' }, standing.version))) throw new StoreError('busy');
  return 'Messages to many and regular posts go on within ten seconds.';
}
