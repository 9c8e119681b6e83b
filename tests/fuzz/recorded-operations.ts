import { identityFromSeed } from '../../crypto/age-identity.ts';
import type { Role } from '../../core/model/roles.ts';
import { randomBytes } from 'node:crypto';
import { createCaseDeepLinkTokens } from '../../bot/runtime/case-deep-link-tokens.ts';
import { developmentPeople } from '../../development/development-tenant.ts';
import type { CaseRecord } from '../../core/model/case-record.ts';
import { appendEvent, emptyChain, type EventRecord, type NewEvent } from '../../core/model/event-record.ts';
import { recipientFromIdentitySync } from '../../crypto/node/hybrid-recipient.ts';
import { decryptSeal } from '../../crypto/decrypt-seal.ts';
import { type Operation, operations as definitions } from '../../contract/operations.ts';
import { saveFiles } from '../support/access/save-files.ts';
import { keyGeneration } from '../support/access/key-generation.ts';
import {
  anotherPerson,
  earlierOf,
  partingDigest,
  type RequestContext,
  standingOf,
  tabRows,
  withCard,
} from '../support/access/tab-table.ts';
import { createCase, createAlert, newCaseId } from '../support/contracts/records.ts';
import type { TokenSubject } from '../fakes/entra.ts';
import { createPageClient } from '../support/journeys/page-client.ts';
import { newReporter } from '../support/journeys/reporter.ts';
import type { RunningBot } from '../support/journeys/running-bot.ts';
import { tenantId } from '../support/journeys/bot-settings.ts';
import type { TabClient } from '../support/journeys/tab-client.ts';
import { wholeVisit } from './whole-visit.ts';

/** A request of the tab as its page sends it. */
export interface RecordedOperation {
  readonly operation: Operation;
  /** Somebody who may. */
  readonly as: TokenSubject;
  readonly body: string;
  /** Makes the cases that it is about, as they must stand for it, and gives a body with their references in place. */
  readonly standing: (body: string) => Promise<string>;
}

/** Every operation of the tab's API. */
export const operations = Object.keys(definitions).filter((name): name is Operation =>
  Object.hasOwn(definitions, name),
);

/** In the place of what shows that somebody holds the key, until there is a case to show it for. */
const noProof = `0.${'A'.repeat(43)}`;

/** A case that stands so, with its alert and the first entry of its history. */
export async function saved(
  bot: RunningBot,
  standing: Partial<CaseRecord>,
  earlier: readonly NewEvent[] = [],
): Promise<CaseRecord> {
  const sent = createCase({ tenantId, chain: emptyChain, ...standing });
  const all: readonly NewEvent[] = [{ kind: 'received', by: 'system', at: sent.receivedOn }, ...earlier];
  const { record, events } = all.reduce<{ readonly record: CaseRecord; readonly events: readonly EventRecord[] }>(
    (before, event) => {
      const later = appendEvent(before.record, event);
      return { record: later.record, events: [...before.events, later.event] };
    },
    { record: sent, events: [] },
  );
  await bot.store().cases.create(record, createAlert(record.caseId, { handledBy: record.handledBy }), events);
  await saveFiles(bot, record);
  return record;
}

/** What the table of the tab asks for: by somebody with the first role that may, about cases made for it. */
function ofTheTable(bot: RunningBot, operation: Operation): RecordedOperation {
  const row = tabRows[operation];
  const role = row.may === 'everybody' ? undefined : row.may[0];
  const { admin, custodian, reserve, supervisor, writer, handler } = developmentPeople;
  const theirs: Readonly<Partial<Record<Role, string>>> = {
    admin,
    custodian,
    reserve,
    supervisor,
    communications: writer,
  };
  const as = { objectId: (role && theirs[role]) ?? handler };
  const pointers = createCaseDeepLinkTokens({
    secret: bot.settings.secret,
    clock: bot.clock.now,
    random: (bytes) => new Uint8Array(randomBytes(bytes)),
  });
  const caseId = newCaseId();
  const asked = {
    caseId,
    pointer: pointers.create(caseId),
    other: newCaseId(),
    revision: createCase().revision,
    today: bot.clock.now(),
    objectId: as.objectId,
    role,
    recipient: recipientFromIdentitySync(identityFromSeed(new Uint8Array(32).fill(7))),
    generation: keyGeneration(bot, role),
  } satisfies RequestContext;
  return {
    operation,
    as,
    body: JSON.stringify({ ...row.body(asked), ...(operation === 'case.consult' && { proof: noProof }) }),
    async standing(body) {
      if (!/^(?:case|identity|oversight)/u.test(operation) && row.before === undefined) return body;
      const earlierRole = row.earlierRole?.(role);
      if (earlierRole) await bot.tab({ objectId: anotherPerson, roles: [earlierRole] }).call('me', {});
      const { caseId: other } = await saved(bot, withCard);
      const made = await saved(bot, standingOf(row, other), earlierOf(row, other));
      // A person's turns come back.
      bot.clock.forward(5_000);
      await row.before?.(bot.tab(as), { ...asked, caseId: made.caseId, other });
      const pointed = body.replaceAll(asked.pointer, pointers.create(made.caseId));
      if (operation === 'case.consult') {
        const { sealed } = await bot.tab(as).call('case.challenge', { caseId: made.caseId });
        const proof = await decryptSeal(sealed, bot.identities.acu);
        return pointed.replaceAll(noProof, proof).replaceAll(asked.caseId, made.caseId);
      }
      return pointed
        .replaceAll(asked.caseId, made.caseId)
        .replaceAll(asked.other, other)
        .replaceAll(partingDigest(asked.other), partingDigest(other));
    },
  };
}

/** Reports at the page, comes back and adds, and gives each step of it. */
async function ofThePage(bot: RunningBot): Promise<readonly RecordedOperation[]> {
  const { report, teams } = await newReporter(bot);
  const as = { objectId: teams.person.objectId, name: teams.person.name };
  const steps: RecordedOperation[] = [];
  const tab = bot.tab(as);
  const recording: TabClient = {
    ...tab,
    call(operation, body) {
      bot.clock.forward(1_000);
      steps.push({ operation, as, body: JSON.stringify(body), standing: async (changed) => changed });
      return tab.call(operation, body);
    },
  };
  const first = createPageClient(recording, 'en');
  await first.press('report');
  await first.press('language');
  await first.press('next');
  const page = createPageClient(recording, 'en');
  await wholeVisit(page, report);
  await page.press('done');
  return steps;
}

/** Every operation, and every step of a report at the page. */
export async function recordOperations(bot: RunningBot): Promise<readonly RecordedOperation[]> {
  const steps = await ofThePage(bot);
  return [...operations.map((operation) => ofTheTable(bot, operation)), ...steps];
}
