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
import { buttonName, type ParsedCard } from '../../support/journeys/parsed-card.ts';
import {
  createInvitation,
  sendPartnerRequest,
  startWithPartners,
  registerPasskey,
} from '../../support/partners/partner-client.ts';
import { createSeededRandom } from '../../support/seeded-random.ts';
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

/** `away`: nothing is asked; `silent`: everything is done and no answer comes; `unheard`: so it is for what saves words. */
interface Line {
  is: 'there' | 'away' | 'silent' | 'unheard';
  /** The answer that a report is saved waits for it. */
  afterSubmit?: () => Promise<void>;
}

/** The way to the server, which takes files; nobody is in a hurry. */
function wayOf(door: Door, line: Line): ReportCall {
  const carriedOut = carryOut(door);
  return async (operation, body) => {
    bot.clock.forward(5_000);
    if (line.is === 'away') return { ok: false, refusal: { code: 'unavailable' } };
    const answer = await carriedOut(operation, body);
    if (operation === 'report.submit') await line.afterSubmit?.();
    const isLost = line.is === 'silent' || (line.is === 'unheard' && /^report\.(?:submit|add)$/u.test(operation));
    return isLost ? { ok: false, refusal: { code: 'unconfirmed' } } : answer;
  };
}
function carryOut(door: Door): ReportCall {
  const staff = createCall(bot.tab({ objectId: randomUUID(), name: 'Somebody' }));
  return async (operation, body) => {
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

/** No two files are alike. */
function newCopy(): CleanCopy {
  const said = new TextEncoder().encode(`What was said: ${randomUUID()}`);
  return {
    type: 'text/plain',
    content: contentInMemory(said),
    preview: said,
    pages: [],
    metadata: [],
    sourceType: 'text/plain',
  };
}
interface AtPage {
  readonly page: PageClient;
  readonly line: Line;
  readonly held: PendingFiles;
  /** Chooses a file whose copy is there at once, or when it is told to be. Is its id. */
  choose(cleaned?: Promise<CleanResult>): Promise<string>;
}
function atPage(door: Door): AtPage {
  const held = createPendingFiles({
    random: (bytes) => new Uint8Array(randomBytes(bytes)),
    wait: () => Promise.resolve(),
  });
  const who = { objectId: randomUUID(), name: 'Somebody', call: () => Promise.reject(new Error('not by this way')) };
  const line: Line = { is: 'there' };
  const page = createPageClient(who, 'en', wayOf(door, line), door, held);
  return {
    page,
    line,
    held,
    async choose(cleaned) {
      const id = held.add(new Blob(['What was said']), {
        clean: () => cleaned ?? Promise.resolve({ kind: 'copy', copy: newCopy() }),
        createName: (_was, number) => `Text ${number}`,
      });
      if (cleaned === undefined) await waitUntilReady(held);
      return id;
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
async function idsKept(code: string): Promise<readonly string[]> {
  const parsed = parseReturnCode(code);
  const files = (parsed && (await bot.store().cases.read(deriveCaseId(parsed)))?.value.files) ?? [];
  return files.map(({ id }) => id);
}
const kept = async (code: string): Promise<number> => (await idsKept(code)).length;
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
    finish({ kind: 'copy', copy: newCopy() });
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

describe.each(doors)('files at the door of %s, if the report was sent without an answer', (door) => {
  it.each([0, 2])('are counted with the version that was saved first, which has %s', async (first) => {
    const at = atPage(door);
    const code = await toTheCode(at);
    for (let file = 0; file < first; file += 1) await at.choose();
    at.line.is = 'unheard';
    await at.page.press('send');
    at.line.is = 'there';
    await at.choose();
    await at.page.press('send');
    await at.page.press('add');
    expect(at.page.card().text).toContain(translate('en', 'receipt.files', { count: first + 1 }));
    expect(await kept(code)).toBe(first + 1);
  });
});

describe.each(doors)('a report at the door of %s that its person leaves while it is on its way', (door) => {
  it('takes nothing from the next one once its answer comes', async () => {
    const at = atPage(door);
    const first = await toTheCode(at);
    await at.choose();
    const asked = Promise.withResolvers<void>();
    const answered = Promise.withResolvers<void>();
    at.line.afterSubmit = () => {
      asked.resolve();
      return answered.promise;
    };
    const onItsWay = at.page.press('send');
    await asked.promise;
    at.page.stop();
    const second = await toTheCode(at);
    const id = await at.choose();
    answered.resolve();
    await expect(onItsWay).rejects.toThrow('the page was left');
    expect(await kept(first)).toBe(1);
    expect(at.held.view().files).toMatchObject([{ id, at: 'ready' }]);
    await at.page.press('send');
    expect(at.page.card().text).toContain('Kept with your report: 1 document.');
    expect(await idsKept(second)).toEqual([id]);
  });
});

/** How many files a card says are kept with the report. `undefined` where it does not say. */
function countSaid({ text, language }: ParsedCard): number | undefined {
  for (const key of ['receipt.files', 'receipt.filesOfKinds'] as const) {
    const [before = ''] = translate(language, key, { count: '#', kinds: '#' }).split('#');
    const at = text.indexOf(before);
    if (at !== -1) return Number.parseInt(text.slice(at + before.length), 10);
  }
  return undefined;
}

/** Somebody who does one thing after another, on a line that fails them, and forgets nothing of their files. */
async function walk(door: Door, seed: number, steps: number): Promise<readonly string[]> {
  const random = createSeededRandom(seed);
  const oneOf = <T>(all: readonly T[]): T | undefined => all[Math.floor(random() * all.length)];
  const at = atPage(door);
  const { page, held, line } = at;
  const done: string[] = [];
  const chosen = new Set<string>();
  const removed = new Set<string>();
  const underWay = new Map<string, () => void>();
  const code = await toTheCode(at);
  const apart = new Set<string>();

  async function check(): Promise<void> {
    const here = held.view().files.map(({ id }) => id);
    const withReport = await idsKept(code);
    // What may concern the unit is kept apart, under a code of its own.
    for (const [shown] of page.isAtStart() ? [] : page.card().text.matchAll(/\b(?:[0-9A-Z]{4}-){5}[0-9A-Z]{4}\b/gu))
      if (shown !== code) apart.add(shown);
    const arrived = [...withReport, ...(await Promise.all([...apart].map(idsKept))).flat()];
    const lost = [...chosen].filter((id) => !removed.has(id) && !here.includes(id) && !arrived.includes(id));
    const foreign = [...here, ...arrived].filter((id) => !chosen.has(id));
    const doubled = arrived.length - new Set(arrived).size;
    const said = page.isAtStart() || line.is !== 'there' ? undefined : countSaid(page.card());
    expect({ done, lost, foreign, doubled, said }).toEqual({
      done,
      lost: [],
      foreign: [],
      doubled: 0,
      said: said === undefined ? undefined : withReport.length,
    });
  }
  const acts: readonly (() => Promise<string>)[] = [
    async () => {
      const ready = [...underWay].at(0);
      underWay.delete(ready?.[0] ?? '');
      ready?.[1]();
      await Promise.resolve();
      return 'a copy is ready';
    },
    async () => {
      const file = oneOf(held.view().files);
      if (file === undefined) return 'nothing to remove';
      held.remove(file.id);
      removed.add(file.id);
      return 'remove';
    },
    async () => {
      if (!page.takesFiles() || held.view().files.length >= 5) return 'no file can be chosen';
      if (underWay.size > 0 || random() < 0.5) {
        const later = Promise.withResolvers<CleanResult>();
        const id = await at.choose(later.promise);
        chosen.add(id);
        underWay.set(id, () => later.resolve({ kind: 'copy', copy: newCopy() }));
        return 'choose, to be copied';
      }
      chosen.add(await at.choose());
      return 'choose';
    },
  ];
  const press = async (): Promise<string> => {
    line.is = oneOf(['there', 'there', 'there', 'away', 'silent', 'unheard']) ?? 'there';
    if (page.isAtStart()) {
      line.is = 'there';
      await page.press('comeBack');
      return 'come back';
    }
    const values: Readonly<Record<string, string>> = {
      ...inputs,
      code,
      addition: oneOf(['', 'There is more.']) ?? '',
      marks: oneOf(['', '', 'risk', 'unit']) ?? '',
    };
    for (const { id } of page.card().inputs) page.fill(id, values[id] ?? '');
    const way = oneOf(waysOn(at)) ?? '';
    await page.press(way);
    return `${way} (${line.is})`;
  };
  for (let step = 0; step < steps; step += 1) {
    const act = random() < 0.6 ? press : (oneOf(acts) ?? press);
    done.push(await act());
    await check();
  }
  return done;
}

describe.each(doors)('files at the door of %s, whatever is done next', (door) => {
  const seeds = Array.from({ length: process.env.SLOW ? 400 : 30 }, (_one, place) => 1_000 + place);
  it('are held or kept, once each, and as many are said as are kept', async () => {
    const pressed = new Set<string>();
    for (const seed of seeds) for (const one of await walk(door, seed, 25)) pressed.add(one);
    const needed = ['language', 'back', 'detail', 'send', 'add', 'done'].map((way) => `${way} (there)`);
    expect([...pressed]).toEqual(
      expect.arrayContaining([...needed, 'send (away)', 'send (silent)', 'send (unheard)', 'remove']),
    );
  });
});
