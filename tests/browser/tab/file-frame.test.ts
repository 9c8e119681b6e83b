import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Frame } from 'playwright-core';
import { createPicturePdf } from '../../../tab/files/picture-pdf.ts';
import { readyMessage } from '../../../tab/files/viewer-frame-messages.ts';
import { unexpectedErrors } from '../../support/browser/tab/unexpected-errors.ts';
import { generatePicture } from '../../support/browser/tab/generated-pictures.ts';
import type { TabPage } from '../../support/browser/tab/tab-page.ts';
import { unitPeople } from '../../support/browser/tab/unit.ts';
import { setUpUnit } from '../../support/browser/tab/set-up-unit.ts';
import { cleanRecordings, readCleanRecording } from '../../support/files/clean-recordings.ts';

const unit = setUpUnit();
let tab: TabPage;
const requests: string[] = [];
beforeAll(async () => {
  tab = await unit.open(unitPeople.handler);
  await tab.settle();
  // The page around it may still load parts of its own.
  const own = [tab.page.mainFrame(), tab.tab];
  tab.page.on('response', (response) => own.includes(response.frame()) || requests.push(response.url()));
});

const text = (words: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(words);

/** Frames the viewer in the page as the page of a case does, gives it a file, and returns what it says first. */
async function framed(type: string, bytes: Uint8Array): Promise<{ readonly said: unknown; readonly frame: Frame }> {
  requests.length = 0;
  const said = await tab.tab.evaluate(
    async ({ type, content, ready }) => {
      document.querySelector('#viewer')?.remove();
      const element = document.createElement('iframe');
      element.id = 'viewer';
      element.setAttribute('sandbox', 'allow-scripts');
      element.src = '/tab/viewer';
      const isThere = new Promise<void>((resolve) => {
        window.addEventListener('message', ({ source, origin, data }: MessageEvent<unknown>) => {
          if (source === element.contentWindow && origin === 'null' && data === ready) resolve();
        });
      });
      document.body.append(element);
      await isThere;
      const { port1, port2 } = new MessageChannel();
      const first = new Promise<unknown>((resolve) => {
        port1.addEventListener('message', ({ data }: MessageEvent<unknown>) => resolve(data));
      });
      port1.start();
      const bytes = Uint8Array.from(atob(content), (sign) => sign.charCodeAt(0)).buffer;
      const file = { candour: 'show', type, bytes, language: 'en', isDark: false };
      element.contentWindow?.postMessage(file, '*', [bytes, port2]);
      return await first;
    },
    { type, content: Buffer.from(bytes).toString('base64'), ready: readyMessage },
  );
  const frame = tab.page.frames().find((one) => one.url().endsWith('/tab/viewer'));
  if (frame === undefined) throw new Error('there is no frame');
  return { said, frame };
}

/** The pictures that stand in the frame: their size, and the colours at their left and right. */
const drawnIn = (frame: Frame) =>
  frame.evaluate(() =>
    [...document.querySelectorAll('canvas')].map((canvas) => {
      const pen = canvas.getContext('2d');
      const at = (x: number) =>
        [...(pen?.getImageData(x, 5, 1, 1).data ?? [])].slice(0, 3).map((value) => Math.round(value / 20));
      return { width: canvas.width, height: canvas.height, left: at(2), right: at(canvas.width - 3) };
    }),
  );
const yellow = [12, 10, 2];
const blue = [1, 5, 8];
/** Whatever was answered beside the frame itself: another host is never answered, and stands among those refused. */
const asked = () => requests.filter((url) => !url.endsWith('/tab/viewer'));

const played = cleanRecordings.filter(([name]) => name !== 'hevc.mp4');
const isShown = { candour: 'drawn', page: 1, pages: 1, percent: 100 };

describe('the frame that plays recordings', () => {
  it.each(played)('plays %s by the keyboard, and asks nobody for anything', async (name, type) => {
    const { said, frame } = await framed(type, readCleanRecording(name));
    expect(said).toEqual(isShown);
    const player = frame.locator(name.startsWith('film') ? 'video' : 'audio');
    expect(await player.evaluate((element) => element instanceof HTMLMediaElement && element.paused)).toBe(true);
    await player.focus();
    await player.press('Space');
    await frame.waitForFunction(() => (document.querySelector<HTMLMediaElement>('video, audio')?.currentTime ?? 0) > 0);
    if (name.startsWith('film'))
      expect(
        await player.evaluate(
          (element) => element instanceof HTMLVideoElement && [element.videoWidth, element.videoHeight],
        ),
      ).toEqual([96, 64]);
    expect(asked()).toEqual([]);
  });

  it('offers neither saving nor showing it elsewhere, and no menu', async () => {
    const { frame } = await framed('video/mp4', readCleanRecording('film.mp4'));
    const player = frame.locator('video');
    expect(await player.getAttribute('controlslist')).toBe('nodownload noremoteplayback');
    const ways = await player.evaluate(
      (element) =>
        element instanceof HTMLVideoElement && [element.disablePictureInPicture, element.disableRemotePlayback],
    );
    expect(ways).toEqual([true, true]);
    const isMenuOpened = await player.evaluate((element) =>
      element.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true })),
    );
    expect(isMenuOpened).toBe(false);
  });

  it('says so if this browser has no decoder for the picture', async () => {
    const { said, frame } = await framed('video/mp4', readCleanRecording('hevc.mp4'));
    expect(said).toEqual({ candour: 'notShown', why: 'noPicture' });
    expect(await frame.locator('video').count()).toBe(0);
  });

  const film = Buffer.from(readCleanRecording('film.mp4'));
  const page = Buffer.from('<!doctype html><video src="https://elsewhere.example/a.mp4"></video><script>x()</script>');
  const drawing = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>x()</script></svg>');
  const list = Buffer.from('#EXTM3U\nhttps://elsewhere.example/a.ts\n');
  it.each([
    ['a page that says it is a video', 'video/mp4', page, 'otherType'],
    ['a drawing that says it is a video', 'video/webm', drawing, 'otherType'],
    ['a list that says it is a sound', 'audio/mpeg', list, 'otherType'],
    ['a video that says it is a sound', 'audio/mp4', film, 'otherType'],
    ['a video with something behind it', 'video/mp4', Buffer.concat([film, page]), 'notClean'],
  ] as const)('does not play %s, and asks nobody for anything', async (_, type, content, why) => {
    const { said, frame } = await framed(type, content);
    expect(said).toEqual({ candour: 'notShown', why });
    expect(await frame.locator('video, audio').count()).toBe(0);
    expect(asked()).toEqual([]);
  });

  it('is the only place where media load: the page around it loads none, and the frame none from anywhere', async () => {
    const load = ([content, others]: readonly [string, readonly string[]]) => {
      const bytes = Uint8Array.from(atob(content), (sign) => sign.charCodeAt(0));
      const own = URL.createObjectURL(new Blob([bytes], { type: 'video/mp4' }));
      const loads = (address: string): Promise<boolean> =>
        new Promise((resolve) => {
          const player = document.createElement('video');
          player.addEventListener('loadedmetadata', () => resolve(true));
          player.addEventListener('error', () => resolve(false));
          player.src = address;
        });
      return Promise.all([own, `data:video/mp4;base64,${content}`, ...others].map(loads));
    };
    const addresses = [film.toString('base64'), ['/tab/assets/x.mp4', 'https://elsewhere.example/a.mp4']] as const;
    const { frame } = await framed('text/plain', text('words'));
    expect(await tab.tab.evaluate(load, addresses)).toEqual([false, false, false, false]);
    expect(await frame.evaluate(load, addresses)).toEqual([true, false, false, false]);
    expect(asked()).toEqual([]);
    expect([...tab.refusedHosts].filter((host) => host.includes('elsewhere'))).toEqual([]);
  });
});

describe('the frame that shows files', () => {
  it.each(['image/jpeg', 'image/png', 'image/webp'] as const)('draws the pixels of %s', async (type) => {
    const { said, frame } = await framed(type, await generatePicture(tab.tab, type, { width: 300, height: 120 }));
    expect(said).toEqual({ candour: 'drawn', page: 1, pages: 1, percent: 100 });
    expect(await drawnIn(frame)).toEqual([{ width: 300, height: 120, left: yellow, right: blue }]);
    expect(asked()).toEqual([]);
  });

  it('draws the pages of a PDF that a page of ours bound, one at a time, by the keyboard too', async () => {
    const sizes = [
      { width: 200, height: 100 },
      { width: 90, height: 160 },
    ];
    const pages = [];
    for (const size of sizes)
      pages.push({ jpeg: await generatePicture(tab.tab, 'image/jpeg', size), ...size, paper: size });
    const { said, frame } = await framed('application/pdf', createPicturePdf(pages));
    expect(said).toEqual({ candour: 'drawn', page: 1, pages: 2, percent: 100 });
    expect(await drawnIn(frame)).toMatchObject([sizes[0]]);
    await frame.locator('main').press('PageDown');
    await frame.locator('canvas[width="90"]').waitFor();
    expect(await drawnIn(frame)).toMatchObject([sizes[1]]);
    const width = () => frame.locator('canvas').evaluate((canvas) => canvas.getBoundingClientRect().width);
    expect(await width()).toBe(90);
    await frame.locator('main').press('+');
    expect(await width()).toBe(135);
    await frame.locator('main').press('0');
    expect(await width()).toBe(90);
  });

  it('shows a text as text, whatever stands in it', async () => {
    const words =
      '<b onmouseover="x()">bold</b>\n<img src="https://elsewhere.example/a.png">\n<script>x()</script> llŷn';
    const { said, frame } = await framed('text/plain', text(words));
    expect(said).toMatchObject({ candour: 'drawn' });
    expect(await frame.locator('pre').textContent()).toBe(words);
    expect(await frame.locator('pre *').count()).toBe(0);
    expect(asked()).toEqual([]);
  });

  const hostilePdf = `%PDF-1.7
1 0 obj << /Type /Catalog /Pages 2 0 R /OpenAction << /S /URI /URI (https://elsewhere.example/) >> >> endobj
2 0 obj << /Type /Pages /Count 1 /Kids [3 0 R] >> endobj
3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 9.00 9.00] /AA << /O << /S /JavaScript /JS (app.launchURL\\('https://elsewhere.example/'\\)) >> >> >> endobj
trailer << /Root 1 0 R >>
%%EOF`;
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg"><image href="https://elsewhere.example/a.png"/><script>x()</script></svg>';
  const html = '<!doctype html><form action="https://elsewhere.example/"><button>x</button></form><script>x()</script>';

  it.each([
    ['a PDF with actions, scripts and links', 'application/pdf', hostilePdf, 'notBound'],
    ['a drawing that says it is a picture', 'image/png', svg, 'otherType'],
    ['a page that says it is a picture', 'image/jpeg', html, 'otherType'],
    ['a page that says it is a PDF', 'application/pdf', html, 'otherType'],
    ['a picture that is cut short', 'image/png', '\u0089PNG\r\n\u001A\n', 'damaged'],
    ['a text that is none', 'text/plain', 'caf\u00E9', 'damaged'],
  ])('does not show %s, and asks nobody for anything', async (_, type, content, why) => {
    const { said, frame } = await framed(type, Buffer.from(content, 'latin1'));
    expect(said).toEqual({ candour: 'notShown', why });
    expect(await frame.locator('main').textContent()).toBe('');
    expect(asked()).toEqual([]);
  });

  it('does not decode a picture whose header says more pixels than fit', async () => {
    const bomb = await generatePicture(tab.tab, 'image/png', { width: 8, height: 8 });
    new DataView(bomb.buffer).setUint32(16, 29_000);
    new DataView(bomb.buffer).setUint32(20, 29_000);
    expect((await framed('image/png', bomb)).said).toEqual({ candour: 'notShown', why: 'tooLarge' });
  });

  it('has an origin of its own, and no way out by request, element, form, worker or storage', async () => {
    const { frame } = await framed('text/plain', text('words'));
    const outcome = await frame.evaluate(async () => {
      const failed = async (act: () => unknown): Promise<boolean> => {
        try {
          await act();
          return false;
        } catch {
          return true;
        }
      };
      const loaded = (element: HTMLElement): Promise<boolean> =>
        new Promise((resolve) => {
          element.addEventListener('load', () => resolve(true));
          element.addEventListener('error', () => resolve(false));
          document.body.append(element);
        });
      const picture = document.createElement('img');
      picture.src = '/tab/assets/x.png';
      const style = document.createElement('link');
      style.rel = 'stylesheet';
      style.href = '/tab/assets/x.css';
      return {
        origin: window.origin,
        fetch: await failed(() => fetch('/api/tab/me', { method: 'POST' })),
        beacon: navigator.sendBeacon('/healthz', 'x'),
        picture: await loaded(picture),
        style: await loaded(style),
        parent: await failed(() => window.parent.document),
        storage: await failed(() => localStorage.setItem('a', 'b')),
        cookie: await failed(() => (document.cookie = 'a=b')),
        markup: await failed(() => (document.body.innerHTML = '<b>x</b>')),
        script: await failed(() => (document.createElement('script').textContent = 'x()')),
        popup: window.open('https://elsewhere.example/') === null,
      };
    });
    expect(outcome).toEqual({
      origin: 'null',
      fetch: true,
      beacon: expect.any(Boolean),
      picture: false,
      style: false,
      parent: true,
      storage: true,
      cookie: true,
      markup: true,
      script: true,
      popup: true,
    });
    expect(asked()).toEqual([]);
    expect([...tab.refusedHosts].filter((host) => host.includes('elsewhere'))).toEqual([]);
  });

  it('cannot be led to another server by what runs in it', async () => {
    const { frame } = await framed('text/plain', text('words'));
    await frame.evaluate(() => {
      setTimeout(() => location.assign('https://elsewhere.example/?words'), 0);
    });
    await tab.settle();
    expect([...tab.refusedHosts].filter((host) => host.includes('elsewhere'))).toEqual([]);
  });

  it('takes a file from the page around it alone, and only the first', async () => {
    const { frame } = await framed('text/plain', text('the first'));
    await frame.evaluate(() => {
      const bytes = new TextEncoder().encode('another').buffer;
      const { port2 } = new MessageChannel();
      const file = { candour: 'show', type: 'text/plain', bytes, language: 'en', isDark: false };
      window.postMessage(file, '*', [port2]);
    });
    await tab.tab.evaluate(() => {
      const element = document.querySelector('#viewer');
      const bytes = new TextEncoder().encode('another').buffer;
      const { port2 } = new MessageChannel();
      const file = { candour: 'show', type: 'text/plain', bytes, language: 'en', isDark: false };
      if (element instanceof HTMLIFrameElement) element.contentWindow?.postMessage(file, '*', [port2]);
    });
    await tab.settle();
    expect(await frame.locator('pre').allTextContents()).toEqual(['the first']);
  });

  it('says nothing in the console but what its policy kept from it', () => {
    const others = unexpectedErrors(tab).filter((line) => !/Content Security Policy|sandboxed|Trusted/u.test(line));
    expect(others).toEqual([]);
  });
});
