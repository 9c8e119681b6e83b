import { classifySendError } from '../../../bot/jobs/campaigns/classify-delivery-error.ts';
import { maxDeliveryAttempts } from '../../../core/model/delivery.ts';
import type { SimulationContext } from './force-days.ts';
import type { SendingServer } from './sending-force.ts';
import type { TeamsTenant } from './teams-tenant.ts';
import type { VirtualTime } from './virtual-time.ts';

/** The welcomes of one force while a policy installs the app for everybody. */
export interface InstallResult {
  /** How many cards arrived, and how many surely did not, or nobody knows. */
  readonly arrived: number;
  readonly lost: number;
  readonly twice: number;
  readonly longestWaitMs: number;
  /** How many waited at once at most. */
  readonly mostWaiting: number;
  readonly tookMs: number;
}

/** So many people get the app of a policy within a second. */
const installedASecond = 50;

const chatOf = (person: number): string => `a:${person}`;

/** Has people come one after the other as a policy installs, at random moments. */
async function comeIn(
  people: number,
  time: VirtualTime,
  random: () => number,
  came: (person: number) => void,
): Promise<void> {
  for (let person = 0; person < people; person += 1) {
    await time.wait((-Math.log(1 - random()) * 1_000) / installedASecond);
    came(person);
  }
}

function outcomeOf(people: number, tenant: TeamsTenant): Pick<InstallResult, 'arrived' | 'lost' | 'twice'> {
  let [arrived, twice] = [0, 0];
  for (let person = 0; person < people; person += 1) {
    const messages = tenant.messagesIn(chatOf(person));
    if (messages > 0) arrived += 1;
    if (messages > 1) twice += 1;
  }
  return { arrived, lost: people - arrived, twice };
}

/** Welcomes everybody in the turn that tells of the installation, as the door does: what fails is not tried again. */
export async function welcomeConcurrently(
  people: number,
  { time, random, tenant }: SimulationContext,
): Promise<InstallResult> {
  const going: Promise<unknown>[] = [];
  const began = time.now();
  await comeIn(people, time, random, (person) => {
    going.push(tenant.say(chatOf(person)).catch(() => undefined));
  });
  await Promise.all(going);
  return { ...outcomeOf(people, tenant), longestWaitMs: 0, mostWaiting: 0, tookMs: time.now() - began };
}

/** Welcomes everybody in turn, at the pace of messages to many; what surely did not arrive is tried again. */
export async function welcomeThrottled(
  people: number,
  { time, random, tenant, servers }: SimulationContext & { readonly servers: readonly SendingServer[] },
): Promise<InstallResult> {
  const waiting: { readonly person: number; readonly since: number; readonly tries: number }[] = [];
  let [left, mostWaiting, longestWaitMs] = [people, 0, 0];
  const began = time.now();

  async function send(server: SendingServer, one: (typeof waiting)[number]): Promise<void> {
    try {
      await tenant.say(chatOf(one.person));
      server.pace.recordFeedback({ isFailing: false }, chatOf(one.person));
    } catch (error) {
      const { outcome, feedback } = classifySendError(error);
      const pauseMs = server.pace.recordFeedback(feedback, chatOf(one.person));
      if (pauseMs !== undefined) server.pauseAll(pauseMs);
      if (outcome.kind === 'again' && one.tries + 1 < maxDeliveryAttempts) {
        waiting.push({ ...one, tries: one.tries + 1 });
        return;
      }
    }
    longestWaitMs = Math.max(longestWaitMs, time.now() - one.since);
    left -= 1;
  }
  async function work(server: SendingServer): Promise<void> {
    while (left > 0) {
      if (waiting.length === 0 || server.pace.window() === 0 || !(await server.pace.acquire())) {
        await time.wait(20);
        continue;
      }
      // Somebody else may have taken the last one while this server waited for its turn.
      const one = waiting.shift();
      if (one) void send(server, one);
    }
  }
  await Promise.all([
    comeIn(people, time, random, (person) => {
      mostWaiting = Math.max(mostWaiting, waiting.push({ person, since: time.now(), tries: 0 }));
    }),
    ...servers.map(work),
  ]);
  return { ...outcomeOf(people, tenant), longestWaitMs, mostWaiting, tookMs: time.now() - began };
}
