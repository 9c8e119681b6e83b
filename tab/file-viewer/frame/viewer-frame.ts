import { type Drawing, drawingsOf } from './page-images.ts';
import { ready, type Said, told, type ToShow, toShow, type Turn, type Zoom } from './frame-messages.ts';

// The frame that shows one file, on an opaque origin, without any request, given its file by the page around it:
// whatever a file makes of it, it has nothing else and no way out.

const sizes = [50, 75, 100, 150, 200, 300, 400];
const fits = 100;
/** Browsers draw nothing on a larger canvas. */
const mostPixels = 24_000_000;
const longestSide = 8_192;
const saidEveryMs = 5_000;

const stage = document.createElement('main');
stage.tabIndex = 0;
document.body.append(stage);

interface Standing {
  readonly element: HTMLElement;
  readonly width: number | undefined;
}

function canvasOf(picture: ImageBitmap): HTMLCanvasElement {
  const scale = Math.min(
    1,
    Math.sqrt(mostPixels / (picture.width * picture.height)),
    longestSide / Math.max(picture.width, picture.height),
  );
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.floor(picture.width * scale));
  canvas.height = Math.max(1, Math.floor(picture.height * scale));
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  canvas.setAttribute('role', 'img');
  return canvas;
}

async function elementOf(drawing: Drawing): Promise<Standing> {
  if (drawing.kind === 'picture') {
    const picture = await drawing.decode();
    const { width } = picture;
    return { element: canvasOf(picture), width };
  }
  const text = document.createElement('pre');
  text.dir = 'auto';
  text.textContent = drawing.text;
  return { element: text, width: undefined };
}

async function show(file: ToShow, port: MessagePort): Promise<void> {
  const say = (what: Said): void => port.postMessage(what);
  const root = document.documentElement;
  root.lang = file.language;
  root.dataset['theme'] = file.isDark ? 'dark' : 'light';
  const drawings = drawingsOf(file.type, new Uint8Array(file.bytes));
  if (!drawings.ok) return say({ candour: 'notShown', why: drawings.why });
  const { pages } = drawings;
  let page = 1;
  let percent = fits;
  let standing: Standing | undefined;
  let asked = 0;

  function size(): void {
    if (standing === undefined) return;
    const { element, width } = standing;
    if (width === undefined) element.style.fontSize = `${percent}%`;
    else element.style.width = `calc(min(100vw - 1rem, ${width}px) * ${percent / 100})`;
    say({ candour: 'drawn', page, pages: pages.length, percent });
  }

  async function draw(to: number): Promise<void> {
    const drawing = pages[to - 1];
    if (drawing === undefined) return;
    asked += 1;
    const mine = asked;
    const made = await elementOf(drawing).catch(() => undefined);
    if (mine !== asked) return;
    if (made === undefined) return say({ candour: 'notShown', why: 'damaged' });
    page = to;
    standing = made;
    stage.replaceChildren(made.element);
    stage.scrollTo(0, 0);
    size();
  }

  const turn = (to: Turn): Promise<void> =>
    draw({ first: 1, back: Math.max(1, page - 1), on: Math.min(pages.length, page + 1), last: pages.length }[to]);
  function zoom(to: Zoom): void {
    const at = sizes.indexOf(percent);
    const next = { in: sizes[at + 1], out: sizes[at - 1], fit: fits }[to];
    percent = next ?? percent;
    size();
  }

  port.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const what = told(data);
    if (what?.candour === 'turn') void turn(what.to);
    else if (what?.candour === 'zoom') zoom(what.to);
    else if (what?.candour === 'label') standing?.element.setAttribute('aria-label', what.text);
  });
  port.start();

  const turns: Readonly<Record<string, Turn>> = { PageDown: 'on', PageUp: 'back' };
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
  let saidAt = Number.NEGATIVE_INFINITY;
  // Not on pointerdown: the focus comes after that, and the page checks it.
  for (const input of ['pointerup', 'keydown', 'wheel', 'touchend']) {
    const used = (): void => {
      if (performance.now() - saidAt < saidEveryMs) return;
      saidAt = performance.now();
      say({ candour: 'used' });
    };
    window.addEventListener(input, used, { capture: true, passive: true });
  }
  await draw(1);
}

let isGiven = false;
window.addEventListener('message', (event: MessageEvent<unknown>) => {
  // Once, and from the page around it alone, which is from the same server.
  if (isGiven || event.source !== window.parent || event.origin !== location.origin) return;
  const file = toShow(event.data);
  const [port] = event.ports;
  if (file === undefined || port === undefined) return;
  isGiven = true;
  void show(file, port);
});
if (window.parent !== window) window.parent.postMessage(ready, location.origin);
