import type { PdfFonts } from '../../pdf/open-pdf.ts';
import type { PdfText } from './case-pdf.ts';

/** How long drawing may take, in milliseconds: about two thousand pages on a slow machine, more than any case has. */
const usualPatienceMs = 120_000;

/** The PDF of an export could not be drawn, not in time, or was called off. Holds no word of it. */
class DrawingError extends Error {
  override readonly name = 'DrawingError';
}

/**
 * Draws the PDF of an export in a worker, which is gone with all words once it has answered, once its time is over or
 * once it is called off. Rejects if there is no PDF.
 */
export function drawCase(
  text: PdfText,
  fonts: PdfFonts,
  { signal, patienceMs = usualPatienceMs }: { readonly signal: AbortSignal; readonly patienceMs?: number },
): Promise<Uint8Array> {
  if (signal.aborted) return Promise.reject(new DrawingError());
  const worker = new Worker(new URL('./draw-worker.ts', import.meta.url), { type: 'module' });
  let clock: ReturnType<typeof setTimeout> | undefined;
  return new Promise<Uint8Array>((resolve, reject) => {
    const fail = (): void => reject(new DrawingError());
    clock = setTimeout(fail, patienceMs);
    worker.addEventListener('message', ({ data }: MessageEvent<Uint8Array | undefined>) =>
      data instanceof Uint8Array ? resolve(data) : fail(),
    );
    for (const failure of ['error', 'messageerror']) worker.addEventListener(failure, fail);
    signal.addEventListener('abort', fail);
    worker.postMessage({ text, fonts }, {});
  }).finally(() => {
    clearTimeout(clock);
    worker.terminate();
  });
}
