import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseId } from '../../core/model/case-id.ts';
import { contentInMemory } from '../../core/model/file-content.ts';
import { partCount } from '../../core/model/file-limits.ts';
import { serialiseFilesNote } from '../../core/model/sealed-file.ts';
import type { ReturnCode } from '../../core/model/return-code.ts';
import type { StoredFileEntry } from '../../core/ports/file-store.ts';
import { submitReport } from '../../core/reporting/submit-report.ts';
import { sealText } from '../../crypto/seal-text.ts';
import { createCaseFileTransport } from '../../tab/case/case-file-transport.ts';
import { createPendingFiles, type PendingFiles } from '../../tab/files/pending-files.ts';
import { createSubmission, newReturnCode } from '../support/core/open-core.ts';
import { decryptWholeFile } from '../support/files/decrypt-file.ts';
import { createFilePage } from '../support/files/file-page-driver.ts';
import { waitUntilReady } from '../support/files/wait-until-ready.ts';
import { newCanary } from '../support/journeys/new-canary.ts';
import { createCall } from '../support/journeys/page-client.ts';
import { type RunningBot, startBot } from '../support/journeys/running-bot.ts';
import { newRequestId } from '../support/journeys/tab-client.ts';
import { createFaultPoints, type PlannedFault } from './fault-points.ts';
import { faultName, faultsOfUploads, hangsOfUploads, pairs } from './planned-faults.ts';
import { createTally, isLong } from './tally.ts';

const handler = randomUUID();
const mostPresses = 8;
const pairsOfShortForm = 12;
const hourMs = 3_600_000;
const content = new Uint8Array(randomBytes(700_000));

function failInvariant(promise: string): never {
  throw new Error(promise);
}

/** A bot whose parts fail as planned, and pages that send a file until they are told that it is there. */
async function startUploads(timeouts?: { readonly answerMs: number; readonly postMs: number }) {
  const faults = createFaultPoints();
  const canary = newCanary();
  const bot: RunningBot = await startBot({
    entryPoint: 'dialog',
    environment: { ROLE_HANDLERS: handler },
    wrapParts: faults.wrapParts,
    wrapFiles: faults.wrapFiles,
    ...(timeouts && { timeouts }),
  });
  const recipients = () => [...bot.settings.recipients.acu, ...bot.settings.recipients.recovery];

  async function hold(): Promise<PendingFiles> {
    const held = createPendingFiles({
      random: (bytes) => new Uint8Array(randomBytes(bytes)),
      wait: async () => undefined,
    });
    const copy = { type: 'text/plain', content: contentInMemory(content), preview: undefined, pages: [], metadata: [] };
    held.add(new Blob(['x']), {
      createName: () => canary,
      clean: async () => ({ kind: 'copy', copy: { ...copy, type: 'text/plain', sourceType: 'text/plain' } }),
    });
    await waitUntilReady(held);
    return held;
  }
  async function placesOf(caseId: CaseId): Promise<readonly StoredFileEntry[]> {
    const places: StoredFileEntry[] = [];
    let next: string | undefined;
    do {
      const page = await bot.files().list(next);
      places.push(...page.files.filter((file) => file.caseId === caseId));
      ({ next } = page);
    } while (next !== undefined);
    return places;
  }
  const filesOf = async (caseId: CaseId) => (await bot.store().cases.read(caseId))?.value.files ?? [];

  /** One file, whole, named by one entry, and nothing else beside it. */
  async function check(caseId: CaseId, kind: 'received' | 'filesAdded'): Promise<void> {
    const [file, ...others] = await filesOf(caseId);
    if (file === undefined || others.length > 0) failInvariant('not one file');
    const entries = await bot.store().history.entries(caseId, { kinds: [kind] });
    if (entries.length !== 1) failInvariant(`${entries.length} entries`);
    const places = await placesOf(caseId);
    const [place] = places;
    if (place === undefined || places.length !== 1) failInvariant(`${places.length} files in the store`);
    const sealed = [];
    for (let part = 0; part < partCount(file.bytes); part += 1)
      sealed.push((await bot.files().readPart(place, part)) ?? new Uint8Array());
    const opened = await decryptWholeFile(
      Buffer.concat(sealed),
      { caseId, id: file.id },
      { identities: bot.identities.acu },
    );
    if (Buffer.compare(opened, content) !== 0) failInvariant('other bytes');
  }

  /** Presses until it is saved, and holds what is claimed after each press against what is there. */
  async function pressUntilSaved(press: () => Promise<boolean>, caseId: CaseId, held: PendingFiles): Promise<void> {
    for (let presses = 0; presses < mostPresses; presses += 1) {
      const isSaved = await press();
      if (isSaved && (await filesOf(caseId)).length === 0) failInvariant('called saved and not there');
      if (isSaved) return;
      if (held.view().files[0]?.at !== 'ready') failInvariant('the file is lost');
    }
    failInvariant('not saved in the end');
  }

  async function report(code: ReturnCode, planned: readonly PlannedFault[], held?: PendingFiles): Promise<CaseId> {
    const page = createFilePage(bot, { objectId: randomUUID(), name: 'Somebody at a page' });
    const { caseId } = await page.claim(code);
    if (held === undefined) {
      await submitReport(page, createSubmission({ code }));
      return caseId;
    }
    held.setDestination({ transport: page.intake.files, getRecipients: recipients });
    faults.next(...planned);
    const press = async () => {
      try {
        return (await submitReport({ ...page, files: held }, createSubmission({ code }))).kind === 'saved';
      } catch {
        return false;
      }
    };
    await pressUntilSaved(press, caseId, held);
    return caseId;
  }

  const ways = {
    async reporter(planned: readonly PlannedFault[]): Promise<void> {
      await check(await report(newReturnCode(), planned, await hold()), 'received');
    },
    async handler(planned: readonly PlannedFault[]): Promise<void> {
      const [caseId, held] = [await report(newReturnCode(), []), await hold()];
      const tabCall = createCall(bot.tab({ objectId: handler }));
      const call: typeof tabCall = (name, body) => {
        bot.clock.forward(1_000);
        return tabCall(name, body);
      };
      const { wire: transport } = createCaseFileTransport(call);
      held.setDestination({ transport, getRecipients: recipients });
      const request = newRequestId();
      faults.next(...planned);
      const press = async () => {
        try {
          const files = await held.upload({ caseId, mailbox: '' }, 'acu');
          const sealed = await sealText(serialiseFilesNote({ text: canary, files: held.list() }), recipients());
          const words = { for: 'handlers', sealed } as const;
          return (await call('case.addFiles', { caseId, request, files: [...files], words })).ok;
        } catch {
          return false;
        }
      };
      await pressUntilSaved(press, caseId, held);
      await check(caseId, 'filesAdded');
    },
  };
  return {
    bot,
    faults,
    canary,
    async try(way: keyof typeof ways, planned: readonly PlannedFault[]): Promise<void> {
      // So that the budgets of one person are not what is tried.
      bot.clock.forward(hourMs);
      await ways[way](planned);
      faults.clear();
    },
  };
}
type Uploads = Awaited<ReturnType<typeof startUploads>>;

describe('a file is there once, whole, or not at all, and nothing is claimed before', () => {
  const tally = createTally();
  let usual: Uploads;
  let hasty: Uploads;
  beforeAll(async () => {
    usual = await startUploads();
    hasty = await startUploads({ answerMs: 700, postMs: 6_000 });
  });
  afterAll(async () => {
    await Promise.all([usual.bot.stop(), hasty.bot.stop()]);
    tally.write('Faults at every await of a file');
  });

  async function brokenBy(
    uploads: Uploads,
    way: keyof typeof faultsOfUploads,
    tried: readonly (readonly PlannedFault[])[],
  ): Promise<readonly string[]> {
    const found: string[] = [];
    for (const planned of tried) {
      await uploads.try(way, planned).catch((error: unknown) => {
        uploads.faults.clear();
        found.push(`${planned.map(faultName).join(' and ')}: ${error instanceof Error ? error.message : 'thrown'}`);
      });
      tally.add(`files sent by a ${way}, with ${planned.length} fault${planned.length === 1 ? '' : 's'}`);
    }
    return found;
  }
  const ways = ['reporter', 'handler'] as const;

  it.each(ways)('by a %s, whatever fails once', async (way) => {
    const singles = faultsOfUploads[way].map((fault) => [fault]);
    expect(await brokenBy(usual, way, singles)).toEqual([]);
  });

  it.each(ways)('by a %s, whatever two things fail', async (way) => {
    const faults = faultsOfUploads[way];
    expect(await brokenBy(usual, way, pairs(faults, faults, isLong ? Infinity : pairsOfShortForm))).toEqual([]);
  });

  it.each(ways)('by a %s, whatever never answers', async (way) => {
    const hangs = hangsOfUploads[way].map((fault) => [fault]);
    expect(await brokenBy(hasty, way, hangs)).toEqual([]);
  });

  it('struck every point of files, and no log names one', () => {
    expect([...usual.faults.hits.keys()]).toEqual(
      expect.arrayContaining(['files.putPart', 'files.listParts', 'files.partBytes', 'cases.create', 'cases.change']),
    );
    for (const { bot, canary } of [usual, hasty]) expect(bot.log.join('\n')).not.toContain(canary);
  });
});
