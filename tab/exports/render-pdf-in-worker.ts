import type { PdfFonts } from '../../documents/pdf/pdf-builder.ts';
import type { CasePdfContent } from './case-pdf.ts';

/** Milliseconds: about two thousand pages on a slow machine, more than any case has. */
const defaultTimeoutMs = 120_000;

class RenderError extends Error {
  override readonly name = 'RenderError';
}

/** The worker ends, with all words, once it answers, times out or is cancelled. Rejects if there is no PDF. */
export function renderPdfInWorker(
  text: CasePdfContent,
  fonts: PdfFonts,
  { signal, patienceMs: timeoutMs = defaultTimeoutMs }: { readonly signal: AbortSignal; readonly patienceMs?: number },
): Promise<Uint8Array> {
  if (signal.aborted) return Promise.reject(new RenderError());
  const worker = new Worker(new URL('./render-pdf-worker.ts', import.meta.url), { type: 'module' });
  let timer: ReturnType<typeof setTimeout> | undefined;
  return new Promise<Uint8Array>((resolve, reject) => {
    const fail = (): void => reject(new RenderError());
    timer = setTimeout(fail, timeoutMs);
    worker.addEventListener('message', ({ data }: MessageEvent<Uint8Array | undefined>) =>
      data instanceof Uint8Array ? resolve(data) : fail(),
    );
    for (const failure of ['error', 'messageerror']) worker.addEventListener(failure, fail);
    signal.addEventListener('abort', fail);
    worker.postMessage({ text, fonts }, {});
  }).finally(() => {
    clearTimeout(timer);
    worker.terminate();
  });
}
