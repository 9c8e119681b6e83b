import { type RefObject, useCallback, useEffect, useRef } from 'react';
import type { FileType } from '../../core/model/file-limits.ts';
import type { Language } from '../../core/model/language.ts';
import {
  type FrameCommand,
  type FrameEvent,
  parseFrameEvent,
  readyMessage,
  type ShowMessage,
} from './viewer-frame-messages.ts';

/** Milliseconds until the frame must report. */
const timeoutMs = 15_000;

function isDarkTheme(element: HTMLElement): boolean {
  const [red = 0, green = 0, blue = 0] = (getComputedStyle(element).color.match(/\d+/gu) ?? []).map(Number);
  return red + green + blue > 382;
}

interface ShownFile {
  readonly type: FileType;
  /** Transferred into the frame: nothing stays here. */
  readonly content: Uint8Array<ArrayBuffer>;
  readonly language: Language;
  /** `noFrame`: the frame did not load. */
  readonly onEvent: (what: FrameEvent | 'noFrame') => void;
}

/** Hands a file to the closed frame, once. Answers with what sends it commands. */
export function useViewerFrame(
  frame: RefObject<HTMLIFrameElement | null>,
  { type, content, language, onEvent }: ShownFile,
): (what: FrameCommand) => void {
  const port = useRef<MessagePort>(undefined);
  const isFileSent = useRef(false);
  const latestOnEvent = useRef(onEvent);
  useEffect(() => {
    latestOnEvent.current = onEvent;
  });

  useEffect(() => {
    const frameTimer = setTimeout(() => latestOnEvent.current('noFrame'), timeoutMs);
    const onMessage = (event: MessageEvent<unknown>): void => {
      const { current } = frame;
      // Once, and from our own frame alone, which has an opaque origin.
      if (isFileSent.current || current === null || event.source !== current.contentWindow) return;
      if (event.origin !== 'null' || event.data !== readyMessage) return;
      isFileSent.current = true;
      clearTimeout(frameTimer);
      const channel = new MessageChannel();
      port.current = channel.port1;
      channel.port1.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
        const what = parseFrameEvent(data);
        if (what?.candour === 'escape')
          frame.current?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
        else if (what !== undefined) latestOnEvent.current(what);
      });
      channel.port1.start();
      const file: ShowMessage = {
        candour: 'show',
        type,
        bytes: content.buffer,
        language,
        isDark: isDarkTheme(current),
      };
      // An opaque origin cannot be named; the window was just checked.
      current.contentWindow?.postMessage(file, '*', [content.buffer, channel.port2]);
    };
    window.addEventListener('message', onMessage);
    return () => {
      clearTimeout(frameTimer);
      window.removeEventListener('message', onMessage);
    };
  }, [frame, content, type, language]);

  // A page that hides itself must not be heard either.
  useEffect(() => {
    const sizes = new ResizeObserver(([size]) => {
      if (size?.contentRect.width === 0) port.current?.postMessage({ candour: 'pause' } satisfies FrameCommand);
    });
    if (frame.current) sizes.observe(frame.current);
    return () => sizes.disconnect();
  }, [frame]);

  useEffect(() => () => port.current?.close(), []);

  return useCallback((what: FrameCommand) => port.current?.postMessage(what), []);
}
