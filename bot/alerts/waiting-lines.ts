import type { People, PersonRecord } from '../../concerns/ports/people.ts';
import type { AlertTiming } from '../../concerns/records/alert-schedule.ts';
import type { AlertTargets } from '../../concerns/records/alert-targets.ts';
import {
  isLineDue,
  lineAfterAsking,
  type LineClock,
  lineNotSent,
  lineTaken,
  type WaitingLine,
  withoutDue,
} from '../../concerns/records/waiting-line.ts';
import type { Clock } from '../../concerns/terms/clock.ts';
import { type ListedRole, listedRoles } from '../../concerns/terms/directory.ts';
import type { Language } from '../../concerns/terms/language.ts';
import type { PersonId } from '../../concerns/terms/person-id.ts';
import type { EventLog } from '../running/event-log.ts';
import { type ChannelConnection, ChannelError } from '../teams/channel-connection.ts';
import { waitingMessage } from '../teams/channel-post.ts';
import { isWorthRepeating } from '../teams/channel-sender.ts';

/**
 * Tells somebody with a role, in their own chat with the bot, that something waits for them: a line without a
 * reference, at a full hour, once a day at most by however many servers. Where they are is kept nowhere; of somebody
 * without a role nothing is kept, read or asked.
 */
export interface WaitingLines {
  /** Something waits for these people. Nothing is asked of the store yet. */
  readonly waits: (people: readonly PersonId[]) => void;
  /** They look at what waits: what was due to them is not any more. */
  readonly looked: (person: PersonId) => void;
  /** Keeps for whom something waits, and tells those to whom it is due. Throws StoreError; then it goes on later. */
  readonly tellDue: () => Promise<void>;
}

export interface WaitingLineDependencies {
  /** Whether the force wants them at all. */
  readonly isOn: boolean;
  readonly people: Pick<People, 'waiting'>;
  /** Changes what is kept of somebody who came with a role; of others nothing is made. Throws StoreError. */
  readonly change: (
    objectId: PersonId,
    change: (person: PersonRecord) => PersonRecord | undefined,
  ) => Promise<'changed' | 'absent'>;
  /** Those who hold a role now. Throws StoreError. */
  readonly holders: (role: ListedRole) => Promise<readonly PersonId[]>;
  readonly targets: Pick<AlertTargets, 'read'>;
  readonly connectionTo: (serviceUrl: string) => Pick<ChannelConnection, 'chatWith' | 'say'>;
  /** Where the connector is asked where Teams has named no better address. */
  readonly serviceUrl: string;
  readonly tenantId: string;
  /** The language of whoever has chosen none. */
  readonly language: Language;
  /** The tab's address, where it has one. */
  readonly tab: string | undefined;
  readonly timing: AlertTiming;
  readonly clock: Clock;
  readonly timeZone: string;
  readonly log: EventLog;
  /** Told where there is something to keep. */
  readonly onNoticed: () => void;
}

/** The outcome of one line: `unknown` where it may have arrived all the same. */
type Told = 'sent' | 'unknown' | 'notSent' | 'refused';

export function createWaitingLines(deps: WaitingLineDependencies): WaitingLines {
  /** Those of whom it is not kept yet: whoever looks after something was noticed has seen it. */
  const noticed = new Map<PersonId, 'waits' | 'looked'>();
  const lineClock = (): LineClock => ({ now: deps.clock(), timeZone: deps.timeZone });

  const changeLine = (objectId: PersonId, change: (line: WaitingLine) => WaitingLine | undefined) =>
    deps.change(objectId, (person) => {
      const line = change(person.line ?? {});
      return line && { ...person, line };
    });

  async function keep(objectId: PersonId, what: 'waits' | 'looked'): Promise<void> {
    await changeLine(objectId, (line) => {
      if (what === 'waits') return lineAfterAsking(line, lineClock(), deps.timing);
      return line.dueAt === undefined ? undefined : withoutDue(line);
    });
    // What was noticed meanwhile stays.
    if (noticed.get(objectId) === what) noticed.delete(objectId);
  }

  function failed(error: unknown): ChannelError {
    if (!(error instanceof ChannelError)) throw error;
    deps.log({ event: 'lineFailed', code: error.code });
    return error;
  }

  /** Sends one line. Whoever has not got the app, or wants nothing of the bot, is refused by Teams. */
  async function send(objectId: PersonId, { choice }: WaitingLine): Promise<Told> {
    const language = choice === undefined || choice === 'off' ? deps.language : choice;
    const { serviceUrl } = (await deps.targets.read('acu')) ?? deps;
    const connection = deps.connectionTo(serviceUrl);
    let chat: string;
    try {
      chat = await connection.chatWith(objectId, deps.tenantId);
    } catch (error) {
      return isWorthRepeating(failed(error)) ? 'notSent' : 'refused';
    }
    try {
      await connection.say(chat, waitingMessage({ language, tab: deps.tab }));
    } catch (error) {
      const { status, ...failure } = failed(error);
      if (status === 412 || status === 429) return 'notSent';
      return isWorthRepeating({ status, ...failure }) ? 'unknown' : 'refused';
    }
    deps.log({ event: 'lineSent' });
    return 'sent';
  }

  /** Takes one line for this server and sends it, where no other server did. */
  async function tell(objectId: PersonId): Promise<void> {
    // Tried again where another server writes meanwhile: the last look counts.
    const taken: { stood: WaitingLine | undefined } = { stood: undefined };
    await changeLine(objectId, (line) => {
      taken.stood = isLineDue(line, lineClock()) ? line : undefined;
      return taken.stood && lineTaken(taken.stood, lineClock());
    });
    const { stood } = taken;
    if (stood === undefined) return;
    const told = await send(objectId, stood);
    if (told === 'unknown') return;
    await changeLine(objectId, (line) => {
      if (told === 'sent') return withoutDue(line);
      const { choice: _before, ...rest } = stood;
      // As it stood, but for what they chose meanwhile.
      const unsent = { ...rest, ...(line.choice && { choice: line.choice }) };
      return told === 'refused' ? withoutDue(unsent) : lineNotSent(unsent, lineClock());
    });
  }

  async function tellThoseDue(): Promise<readonly PromiseSettledResult<void>[]> {
    const due = (await deps.people.waiting()).filter(({ line }) => line && isLineDue(line, lineClock()));
    if (due.length === 0) return [];
    const held = new Set((await Promise.all(listedRoles.map((role) => deps.holders(role)))).flat());
    const forget = async ({ objectId }: PersonRecord) => void (await changeLine(objectId, withoutDue));
    return Promise.allSettled(
      due.map((person) => (held.has(person.objectId) ? tell(person.objectId) : forget(person))),
    );
  }

  function notice(objectId: PersonId, what: 'waits' | 'looked'): void {
    if (deps.isOn) noticed.set(objectId, what);
  }

  return {
    waits(people) {
      for (const objectId of people) notice(objectId, 'waits');
      if (deps.isOn && people.length > 0) deps.onNoticed();
    },
    looked: (person) => notice(person, 'looked'),
    async tellDue() {
      if (!deps.isOn) return;
      // Side by side, so that what goes wrong with one person keeps no other waiting.
      const kept = await Promise.allSettled([...noticed].map(([objectId, what]) => keep(objectId, what)));
      const failure = [...kept, ...(await tellThoseDue())].find((result) => result.status === 'rejected');
      if (failure) throw failure.reason;
    },
  };
}
