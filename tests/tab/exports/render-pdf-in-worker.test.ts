import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { renderPdfInWorker } from '../../../tab/exports/render-pdf-in-worker.ts';
import { fonts } from '../../support/tab/case-export.ts';

/** A browser's worker that answers what a test has it answer, or nothing. */
class StandInWorker extends EventTarget {
  static readonly begun: StandInWorker[] = [];
  isEnded = false;
  given: unknown;
  constructor() {
    super();
    StandInWorker.begun.push(this);
  }
  postMessage(given: unknown): void {
    this.given = given;
  }
  terminate(): void {
    this.isEnded = true;
  }
  answer(data: unknown): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
}

beforeEach(() => {
  StandInWorker.begun.length = 0;
  Object.assign(globalThis, { Worker: StandInWorker });
});
afterEach(() => void Reflect.deleteProperty(globalThis, 'Worker'));

const text = {
  language: 'en',
  title: 'A title',
  header: 'A header',
  blocks: [{ kind: 'text', text: 'Words of a report.' }],
  footer: 'Page {page} of {pages}',
  incomplete: 'Incomplete.',
  createdOn: new Date('2026-11-25T12:00:00Z'),
} as const;
const begun = (): StandInWorker => {
  const [worker] = StandInWorker.begun;
  if (worker === undefined) throw new Error('no worker');
  return worker;
};

describe('the PDF of a case', () => {
  it('is drawn in a worker that can be given all of it, and that ends with the file', async () => {
    const drawing = renderPdfInWorker(text, fonts, { signal: new AbortController().signal });
    expect(structuredClone(begun().given)).toEqual({ text, fonts });
    begun().answer(new Uint8Array([1]));
    expect(await drawing).toEqual(new Uint8Array([1]));
    expect(begun().isEnded).toBe(true);
  });

  it('is given up once its time is over, and its worker ends', async () => {
    const drawing = renderPdfInWorker(text, fonts, { signal: new AbortController().signal, patienceMs: 0 });
    await expect(drawing).rejects.toThrow(/^$/u);
    expect(begun().isEnded).toBe(true);
  });

  it('is given up once the keys lock, and none is begun afterwards', async () => {
    const lock = new AbortController();
    const drawing = renderPdfInWorker(text, fonts, { signal: lock.signal });
    lock.abort();
    await expect(drawing).rejects.toThrow(/^$/u);
    expect(begun().isEnded).toBe(true);
    await expect(renderPdfInWorker(text, fonts, { signal: lock.signal })).rejects.toThrow(/^$/u);
    expect(StandInWorker.begun).toHaveLength(1);
  });

  it('is none if the worker could not draw it, or did not come', async () => {
    const one = renderPdfInWorker(text, fonts, { signal: new AbortController().signal });
    begun().answer(undefined);
    await expect(one).rejects.toThrow(/^$/u);
    StandInWorker.begun.length = 0;
    const other = renderPdfInWorker(text, fonts, { signal: new AbortController().signal });
    begun().dispatchEvent(new Event('error'));
    await expect(other).rejects.toThrow(/^$/u);
  });
});
