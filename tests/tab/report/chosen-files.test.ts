import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { contentInMemory } from '../../../core/model/file-content.ts';
import { deriveCaseId } from '../../../core/model/return-code-keys.ts';
import { parseReturnCode } from '../../../core/model/return-code.ts';
import type { CleanCopy } from '../../../tab/files/clean-copy.ts';
import type { CleanResult } from '../../../tab/files/clean-file.ts';
import { createPendingFiles, type PendingFiles } from '../../../tab/files/pending-files.ts';
import type { ReportCall } from '../../../tab/ui/post-json.ts';
import { translate } from '../../../words/cards/translate.ts';
import { createCall, type PageClient, createPageClient } from '../../support/journeys/page-client.ts';
import type { RunningBot } from '../../support/journeys/running-bot.ts';
import { parseCardCode } from '../../support/journeys/saved-case.ts';
import { buttonName } from '../../support/journeys/parsed-card.ts';
import {
  createInvitation,
  sendPartnerRequest,
  startWithPartners,
  registerPasskey,
} from '../../support/partners/partner-client.ts';
import { waitUntilReady } from '../../support/files/wait-until-ready.ts';

type Door = 'staff' | 'hub';
const doors = ['staff', 'hub'] as const;

let bot: RunningBot;
let session: string;
beforeAll(async () => {
  bot = await startWithPartners();
  session = (await registerPasskey(bot, (await createInvitation(bot)).token)).session.token;
});
afterAll(() => bot.stop());

/** The way to the server, which takes files; nobody is in a hurry. */
function wayOf(door: Door): ReportCall {
  const staff = createCall(bot.tab({ objectId: randomUUID(), name: 'Somebody' }));
  return async (operation, body) => {
    bot.clock.forward(5_000);
    if (door === 'staff') {
      const answer = await staff(operation, body);
      return answer.ok && operation === 'report.begin'
        ? { ok: true, value: { ...Object(answer.value), files: true } }
        : answer;
    }
    const { status, text } = await sendPartnerRequest(bot, operation, body, session);
    const value: unknown = JSON.parse(text);
    if (status !== 200) return { ok: false, refusal: { code: 'failed' } };
    return { ok: true, value: operation === 'report.begin' ? { ...Object(value), files: true } : value };
  };
}

const said = new TextEncoder().encode('What was said');
const copy: CleanCopy = {
  type: 'text/plain',
  content: contentInMemory(said),
  preview: said,
  pages: [],
  metadata: [],
  sourceType: 'text/plain',
};
interface AtPage {
  readonly page: PageClient;
  readonly held: PendingFiles;
  /** Chooses a file whose copy is there at once, or when it is told to be. */
  choose(cleaned?: Promise<CleanResult>): Promise<void>;
}
function atPage(door: Door): AtPage {
  const held = createPendingFiles({
    random: (bytes) => new Uint8Array(randomBytes(bytes)),
    wait: () => Promise.resolve(),
  });
  const who = { objectId: randomUUID(), name: 'Somebody', call: () => Promise.reject(new Error('not by this way')) };
  const page = createPageClient(who, 'en', wayOf(door), door, held);
  return {
    page,
    held,
    async choose(cleaned) {
      held.add(new Blob(['What was said']), {
        clean: () => cleaned ?? Promise.resolve({ kind: 'copy', copy }),
        createName: (_was, number) => `Text ${number}`,
      });
      if (cleaned === undefined) await waitUntilReady(held);
    },
  };
}

const inputs: Readonly<Record<string, string>> = {
  mode: 'notKept',
  consent: 'agrees',
  what: 'Somebody is visited at night.',
  risk: 'no',
  conflict: 'no',
};
async function next({ page }: AtPage): Promise<void> {
  for (const { id } of page.card().inputs) {
    const value = inputs[id];
    if (value !== undefined) page.fill(id, value);
  }
  await page.press('next');
}
const offers = ({ page }: AtPage, name: string): boolean =>
  page.card().buttons.some((button) => buttonName(button) === name);
/** Goes on to the card of the code. Is the code. */
async function toTheCode(at: AtPage): Promise<string> {
  await at.page.press('report');
  while (!offers(at, 'detail')) await next(at);
  return parseCardCode(at.page.card());
}
/** Goes on by as many cards as there are behind the code. `false` where there are not so many. */
async function goOn(at: AtPage, cards: number): Promise<boolean> {
  for (let card = 0; card < cards; card += 1) {
    if (offers(at, 'detail')) await at.page.press('detail');
    else if (offers(at, 'next')) await next(at);
    else return false;
  }
  return true;
}
const kept = async (code: string): Promise<number> => {
  const parsed = parseReturnCode(code);
  return ((parsed && (await bot.store().cases.read(deriveCaseId(parsed)))?.value.files) ?? []).length;
};
const waysOn = ({ page }: AtPage): readonly string[] =>
  page.card().buttons.flatMap((button) => (button.data ? [buttonName(button)] : []));
async function reported(door: Door): Promise<string> {
  const at = atPage(door);
  const code = await toTheCode(at);
  await at.page.press('send');
  return code;
}
async function cameBack(door: Door, code: string): Promise<AtPage> {
  const at = atPage(door);
  await at.page.press('comeBack');
  at.page.fill('code', code);
  await at.page.press('next');
  return at;
}

describe.each(doors)('a file that was chosen at the door of %s', (door) => {
  it('is kept or still held, at whichever card it was chosen and whatever is pressed next', async () => {
    const seen: string[] = [];
    for (let card = 0; card < 9; card += 1) {
      const first = atPage(door);
      await toTheCode(first);
      if (!(await goOn(first, card))) break;
      for (const way of waysOn(first)) {
        const at = atPage(door);
        const code = await toTheCode(at);
        await goOn(at, card);
        await at.choose();
        await at.page.press(way);
        seen.push(way);
        expect({ card, way, is: at.held.view().files.length + (await kept(code)) }).toEqual({ card, way, is: 1 });
      }
    }
    expect(seen).toEqual(expect.arrayContaining(['detail', 'back', 'later', 'send']));
  });

  it.each(['', 'It was on a Friday.'])('is kept or still held by whoever comes back and wrote: %s', async (words) => {
    const code = await reported(door);
    const first = await cameBack(door, code);
    for (const way of waysOn(first)) {
      const before = await kept(code);
      const at = await cameBack(door, code);
      await at.choose();
      at.page.fill('addition', words);
      await at.page.press(way);
      const is = async () => at.held.view().files.length + (await kept(code)) - before;
      expect({ way, is: await is() }).toEqual({ way, is: 1 });
      if (at.page.isAtStart()) continue;
      // And whatever is pressed after that.
      for (const second of waysOn(at).filter((name) => name === 'done' || name === 'leave' || name === 'record')) {
        await at.page.press(second);
        expect({ way, second, is: await is() }).toEqual({ way, second, is: 1 });
        if (at.page.isAtStart()) break;
        if (!waysOn(at).includes('done')) break;
      }
    }
  });

  it('holds what would send it before it is ready, and goes with it once it is', async () => {
    const at = atPage(door);
    const code = await toTheCode(at);
    let finish: (cleaned: CleanResult) => void = () => undefined;
    await at.choose(new Promise((resolve) => (finish = resolve)));
    await at.page.press('send');
    expect(at.held.view().stopReason).toBe('notReady');
    expect(parseCardCode(at.page.card())).toBe(code);
    finish({ kind: 'copy', copy });
    await waitUntilReady(at.held);
    await at.page.press('send');
    expect(at.page.card().text).toContain('Kept with your report: 1 document.');
    expect(await kept(code)).toBe(1);
  });

  it('is not left out without a word where it cannot be added', async () => {
    const at = atPage(door);
    const code = await toTheCode(at);
    await at.choose(Promise.resolve({ kind: 'refused', why: 'locked' }));
    await waitUntilReady(at.held);
    await at.page.press('send');
    expect(at.held.view()).toMatchObject({ stopReason: 'refused', files: [{ at: 'refused', why: 'locked' }] });
    at.held.remove(at.held.view().files[0]?.id ?? '');
    await at.page.press('send');
    expect(at.page.card().text).toContain(translate('en', 'receipt.files', { count: 0 }));
    expect(await kept(code)).toBe(0);
  });

  it('is counted on the receipt, on what was added, and for whoever comes back', async () => {
    const at = atPage(door);
    const code = await toTheCode(at);
    await at.choose();
    await at.choose();
    await at.page.press('send');
    expect(at.page.card().text).toContain('Kept with your report: 2 documents.');
    const again = await cameBack(door, code);
    expect(again.page.card().text).toContain(translate('en', 'receipt.files', { count: 2 }));
    await again.choose();
    again.page.fill('addition', 'One more.');
    await again.page.press('add');
    expect(again.page.card().text).toContain('Kept with what you added: 1 document.');
    await again.page.press('another');
    expect(again.page.card().text).toContain(translate('en', 'receipt.files', { count: 3 }));
  });
});
