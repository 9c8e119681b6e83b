import type { People, PersonRecord } from '../../core/ports/people.ts';
import type { AlertTiming } from '../../core/model/alert-record.ts';
import type { AlertTargets } from '../../core/model/alert-targets.ts';
import {
  isLineDue,
  lineAfterAsking,
  type LineClock,
  lineNotSent,
  lineTaken,
  type WaitingLine,
  withoutDue,
} from '../../core/model/notification-preference.ts';
import type { Clock } from '../../core/model/calendar.ts';
import { type ListedRole, listedRoles, type PersonId } from '../../core/model/directory.ts';
import type { Language } from '../../core/model/language.ts';
import type { EventLog } from '../runtime/event-log.ts';
import type { ChannelConnection } from '../teams/channel-connection.ts';
import { waitingMessage } from '../teams/channel-post.ts';
import { type Sent, sentToPerson } from './delivery-result.ts';

/**
 * Tells someone with a role, in their own chat with the bot, that something waits for them: a line without a reference,
 * at a full hour, at most once a day by however many servers. Of someone without a role nothing is kept, read or asked.
 */
export interface WaitingLines {
  /** Asks nothing of the store yet. */
  readonly waits: (people: readonly PersonId[]) => void;
  /** The line that was due to them is not any more. */
  readonly looked: (person: PersonId) => void;
  /** Throws StoreError; then it goes on later. */
  readonly tellDue: () => Promise<void>;
}

export function createWaitingLines(deps: {
  readonly isOn: boolean;
  readonly people: Pick<People, 'waiting'>;
  /** Changes the record of someone who came with a role, and makes none. Throws StoreError. */
  readonly change: (
    objectId: PersonId,
    change: (person: PersonRecord) => PersonRecord | undefined,
  ) => Promise<'changed' | 'absent'>;
  readonly holders: (role: ListedRole) => Promise<readonly PersonId[]>;
  readonly targets: Pick<AlertTargets, 'read'>;
  readonly connectionTo: (serviceUrl: string) => Pick<ChannelConnection, 'chatWith' | 'say'>;
  readonly serviceUrl: string;
  readonly tenantId: string;
  readonly language: Language;
  readonly tab: string | undefined;
  readonly timing: AlertTiming;
  readonly clock: Clock;
  readonly timeZone: string;
  readonly log: EventLog;
  readonly onNoticed: () => void;
}): WaitingLines {
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
    if (noticed.get(objectId) === what) noticed.delete(objectId);
  }

  /** Teams refuses someone who does not have the app or has blocked the bot. */
  async function send(objectId: PersonId, { choice }: WaitingLine): Promise<Sent> {
    const language = choice === undefined || choice === 'off' ? deps.language : choice;
    const { serviceUrl } = (await deps.targets.read('acu')) ?? deps;
    const to = { objectId, tenantId: deps.tenantId };
    const sent = await sentToPerson(deps.connectionTo(serviceUrl), to, waitingMessage({ language, tab: deps.tab }));
    deps.log(sent.kind === 'arrived' ? { event: 'lineSent' } : { event: 'lineFailed', code: sent.code });
    return sent;
  }

  async function tell(objectId: PersonId): Promise<void> {
    // Made again if another server writes meanwhile: the last look counts.
    const taken: { stood: WaitingLine | undefined } = { stood: undefined };
    await changeLine(objectId, (line) => {
      taken.stood = isLineDue(line, lineClock()) ? line : undefined;
      return taken.stood && lineTaken(taken.stood, lineClock());
    });
    const { stood } = taken;
    if (stood === undefined) return;
    const sent = await send(objectId, stood);
    if (sent.kind === 'failed' && sent.reason === 'noAnswer') return;
    await changeLine(objectId, (line) => {
      if (sent.kind === 'arrived') return withoutDue(line);
      const { choice: _before, ...rest } = stood;
      const unsent = { ...rest, ...(line.choice && { choice: line.choice }) };
      return sent.reason === 'refused' ? withoutDue(unsent) : lineNotSent(unsent, lineClock());
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
      const kept = await Promise.allSettled([...noticed].map(([objectId, what]) => keep(objectId, what)));
      const failure = [...kept, ...(await tellThoseDue())].find((result) => result.status === 'rejected');
      if (failure) throw failure.reason;
    },
  };
}
