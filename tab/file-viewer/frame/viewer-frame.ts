import { isRecordingType, type RecordingType } from '../../../core/model/file-limits.ts';
import { type PageContent, parsePageContents } from './page-contents.ts';
import { createPlayer } from './recording-player.ts';
import {
  readyMessage,
  type FrameEvent,
  parseFrameCommand,
  type ShowMessage,
  parseShowMessage,
  type PageTurn,
  type Zoom,
} from '../../files/viewer-frame-messages.ts';

// Shows one file, on an opaque origin and without any request: whatever a file makes of this frame, it has nothing else
// and no way out.

const zoomLevels = [50, 75, 100, 150, 200, 300, 400];
const fitZoom = 100;
/** Browsers paint nothing on a larger canvas. */
const maxCanvasPixels = 24_000_000;
const maxCanvasSide = 8_192;
const activityIntervalMs = 5_000;

const stage = document.createElement('main');
stage.tabIndex = 0;
document.body.append(stage);

interface CurrentPage {
  readonly element: HTMLElement;
  readonly width: number | undefined;
}

function createCanvas(picture: ImageBitmap): HTMLCanvasElement {
  const scale = Math.min(
    1,
    Math.sqrt(maxCanvasPixels / (picture.width * picture.height)),
    maxCanvasSide / Math.max(picture.width, picture.height),
  );
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.floor(picture.width * scale));
  canvas.height = Math.max(1, Math.floor(picture.height * scale));
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  canvas.setAttribute('role', 'img');
  return canvas;
}

async function createPageElement(content: PageContent): Promise<CurrentPage> {
  if (content.kind === 'picture') {
    const picture = await content.decode();
    const { width } = picture;
    return { element: createCanvas(picture), width };
  }
  const text = document.createElement('pre');
  text.dir = 'auto';
  text.textContent = content.text;
  return { element: text, width: undefined };
}

function reportActivity(post: (what: FrameEvent) => void): void {
  let lastActivityAt = Number.NEGATIVE_INFINITY;
  // Not on pointerdown: the focus comes after that, and the page checks it.
  for (const input of ['pointerup', 'keydown', 'wheel', 'touchend']) {
    const onInput = (): void => {
      if (performance.now() - lastActivityAt < activityIntervalMs) return;
      lastActivityAt = performance.now();
      post({ candour: 'used' });
    };
    window.addEventListener(input, onInput, { capture: true, passive: true });
  }
}

/** The page around leaves or hides itself by this key, and gets none that is pressed in here. */
function passEscapeOn(post: (what: FrameEvent) => void): void {
  window.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !event.repeat) post({ candour: 'escape' });
  });
}

function playRecording(type: RecordingType, bytes: Uint8Array<ArrayBuffer>, port: MessagePort): void {
  const player = createPlayer(type, bytes, {
    onReady: () => port.postMessage({ candour: 'drawn', page: 1, pages: 1, percent: fitZoom } satisfies FrameEvent),
    onPlayed: () => port.postMessage({ candour: 'played' } satisfies FrameEvent),
    onProblem(why) {
      stage.replaceChildren();
      port.postMessage({ candour: 'notShown', why } satisfies FrameEvent);
    },
  });
  if (player === undefined) return;
  // The player takes the keyboard itself.
  stage.removeAttribute('tabindex');
  stage.append(player);
  port.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const what = parseFrameCommand(data);
    if (what?.candour === 'label') player.setAttribute('aria-label', what.text);
    else if (what?.candour === 'pause') player.pause();
  });
  port.start();
}

async function showFile(file: ShowMessage, port: MessagePort): Promise<void> {
  const post = (what: FrameEvent): void => port.postMessage(what);
  const root = document.documentElement;
  root.lang = file.language;
  root.dataset['theme'] = file.isDark ? 'dark' : 'light';
  reportActivity(post);
  passEscapeOn(post);
  if (isRecordingType(file.type)) return playRecording(file.type, new Uint8Array(file.bytes), port);
  const contents = parsePageContents(file.type, new Uint8Array(file.bytes));
  if (!contents.ok) return post({ candour: 'notShown', why: contents.why });
  const { pages } = contents;
  let page = 1;
  let percent = fitZoom;
  let currentPage: CurrentPage | undefined;
  let lastRequest = 0;

  function applyZoom(): void {
    if (currentPage === undefined) return;
    const { element, width } = currentPage;
    if (width === undefined) element.style.fontSize = `${percent}%`;
    else element.style.width = `calc(min(100vw - 1rem, ${width}px) * ${percent / 100})`;
    post({ candour: 'drawn', page, pages: pages.length, percent });
  }

  async function renderPage(to: number): Promise<void> {
    const drawing = pages[to - 1];
    if (drawing === undefined) return;
    lastRequest += 1;
    const mine = lastRequest;
    const nextPage = await createPageElement(drawing).catch(() => undefined);
    if (mine !== lastRequest) return;
    if (nextPage === undefined) return post({ candour: 'notShown', why: 'damaged' });
    page = to;
    currentPage = nextPage;
    stage.replaceChildren(nextPage.element);
    stage.scrollTo(0, 0);
    applyZoom();
  }

  const turn = (to: PageTurn): Promise<void> =>
    renderPage({ first: 1, back: Math.max(1, page - 1), on: Math.min(pages.length, page + 1), last: pages.length }[to]);
  function zoom(to: Zoom): void {
    const at = zoomLevels.indexOf(percent);
    const next = { in: zoomLevels[at + 1], out: zoomLevels[at - 1], fit: fitZoom }[to];
    percent = next ?? percent;
    applyZoom();
  }

  port.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const what = parseFrameCommand(data);
    if (what?.candour === 'turn') void turn(what.to);
    else if (what?.candour === 'zoom') zoom(what.to);
    else if (what?.candour === 'label') currentPage?.element.setAttribute('aria-label', what.text);
  });
  port.start();

  const turns: Readonly<Record<string, PageTurn>> = { PageDown: 'on', PageUp: 'back' };
  const zooms: Readonly<Record<string, Zoom>> = { '+': 'in', '=': 'in', '-': 'out', '0': 'fit' };
  window.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const to = pages.length > 1 ? turns[event.key] : undefined;
    const by = zooms[event.key];
    if (to === undefined && by === undefined) return;
    event.preventDefault();
    if (to !== undefined) void turn(to);
    if (by !== undefined) zoom(by);
  });
  await renderPage(1);
}

// Its entries would save a file without any entry in the history.
window.addEventListener('contextmenu', (event) => event.preventDefault());

let isFileReceived = false;
window.addEventListener('message', (event: MessageEvent<unknown>) => {
  // Once, and from the page around it alone, which is from the same server.
  if (isFileReceived || event.source !== window.parent || event.origin !== location.origin) return;
  const file = parseShowMessage(event.data);
  const [port] = event.ports;
  if (file === undefined || port === undefined) return;
  isFileReceived = true;
  void showFile(file, port);
});
if (window.parent !== window) window.parent.postMessage(readyMessage, location.origin);
