import type { Frame } from 'playwright-core';

/** Where the Tab key comes to on a page, and what is wrong on the way. */
export interface TabOrder {
  /** How each control is called, in the order in which the page has them. */
  readonly names: readonly string[];
  /** One line for each that is passed over, comes out of order, has no name, shows no focus or lies under something. */
  readonly faults: readonly string[];
}

interface Stop {
  /** Its place among the controls of the page; -1 is the body, or something that is no control. */
  readonly at: number;
  readonly isSeen: boolean;
}
interface WindowWithStops extends Window {
  candourStops: readonly Element[];
}
declare const window: WindowWithStops;

/** Goes through a page by Tab, from its first control to its last. It leaves the focus on the last. */
export async function readTabOrder(frame: Frame): Promise<TabOrder> {
  const { keyboard } = frame.page();
  const names = await frame.evaluate(listControls);
  const faults = names.flatMap((name, at) => (name === '' ? [`control ${at} has no name`] : []));
  const said = (at: number): string => (at === -1 ? 'nothing' : `“${names[at] ?? ''}”`);
  // The first is come to by a key as well, so that its focus is shown.
  await frame.evaluate(() => {
    const [first, second] = window.candourStops;
    if (second instanceof HTMLElement) second.focus();
    else if (first instanceof HTMLElement) first.focus();
  });
  await keyboard.press('Shift+Tab');
  /** Presses Tab while it is at one of them: a player has several stops, all of them its own, and radio buttons may. */
  const leave = async (from: number, most: number): Promise<Stop> => {
    let now = await frame.evaluate(readStop);
    for (let presses = 0; presses < most && now.at === from; presses += 1) {
      await keyboard.press('Tab');
      now = await frame.evaluate(readStop);
    }
    return now;
  };
  for (let at = 0; at < names.length; at += 1) {
    // Back from the only control, the page is left, and is come to again from its top.
    const now = at > 0 ? await leave(at - 1, 12) : await leave(-1, names.length === 1 ? 3 : 0);
    if (now.at !== at)
      return { names, faults: [...faults, `after ${said(at - 1)} comes ${said(now.at)}, not ${said(at)}`] };
    if (!now.isSeen) faults.push(`${said(at)} does not show that it has the focus`);
    if (await isFocusCovered(frame)) faults.push(`${said(at)} has the focus under something else`);
  }
  return { names, faults };
}

/** Whether what has the focus lies under something else. What one has scrolled away from does not. */
export const isFocusCovered = (frame: Frame): Promise<boolean> =>
  frame.evaluate(() => {
    const it = document.activeElement;
    if (it === null) return false;
    const { left, top, width, height } = it.getBoundingClientRect();
    return [0.1, 0.5, 0.9].every((part) => {
      const there = document.elementFromPoint(left + width / 2, top + height * part);
      const around = [it.parentElement, it.nextElementSibling];
      return there !== null && !(it.contains(there) || there.contains(it) || around.includes(there));
    });
  });

/** Runs in the page: finds every control that Tab should come to, and says how each is called. */
function listControls(): readonly string[] {
  const all = [
    ...document.querySelectorAll('a[href], button, input, select, textarea, summary, video, audio, iframe, [tabindex]'),
  ].filter(
    (element): element is HTMLElement =>
      element instanceof HTMLElement &&
      element.tabIndex >= 0 &&
      !element.matches(':disabled, [data-tabster-dummy], [inert] *') &&
      element.checkVisibility({ visibilityProperty: true }),
  );
  const isRadio = (element: Element): element is HTMLInputElement =>
    element instanceof HTMLInputElement && element.type === 'radio';
  // One stop for each question: what was chosen, or the first.
  window.candourStops = all.filter((element) => {
    if (!isRadio(element)) return true;
    const set = all.filter(isRadio).filter(({ name }) => name === element.name);
    return element === (set.find(({ checked }) => checked) ?? set[0]);
  });
  return window.candourStops.map((element) => {
    const byId = (element.getAttribute('aria-labelledby') ?? '').split(' ').map((id) => document.getElementById(id));
    const labels = 'labels' in element && element.labels instanceof NodeList ? [...element.labels] : [];
    const texts = [...byId, ...labels].map((one) => one?.textContent ?? '').join(' ');
    const isFrame = element instanceof HTMLIFrameElement;
    return (
      element.getAttribute('aria-label') ||
      texts.trim() ||
      (isFrame ? element.title : element.textContent)
    ).trim();
  });
}

/** Runs in the page: what has the focus, and whether that can be seen. */
function readStop(): Stop {
  const it = document.activeElement;
  // Chromium comes to a second radio button of a set if React has just set its name again, as each rendering does.
  const isRadio = (element: Element | null): element is HTMLInputElement =>
    element instanceof HTMLInputElement && element.type === 'radio';
  const at = window.candourStops.findIndex(
    (one) => one === it || (isRadio(it) && isRadio(one) && one.name === it.name),
  );
  if (at === -1 || !(it instanceof HTMLElement)) return { at: -1, isSeen: false };
  const around = [it, it.parentElement, it.nextElementSibling].filter((one) => one !== null);
  const isSeen = around
    .flatMap((one) => [getComputedStyle(one), getComputedStyle(one, '::after')])
    .some(
      ({ outlineStyle, outlineWidth, borderBottomWidth, boxShadow, textDecorationStyle }) =>
        textDecorationStyle === 'double' ||
        (outlineStyle !== 'none' && outlineWidth !== '0px') ||
        borderBottomWidth === '2px' ||
        boxShadow !== 'none',
    );
  // What is in a frame shows its own focus.
  return { at, isSeen: isSeen || it instanceof HTMLIFrameElement };
}
