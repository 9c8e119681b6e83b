import type { Language } from '../../concerns/terms/language.ts';
import type { PaperForm } from '../../concerns/terms/formats.ts';
import type { LiveTopics, Topic } from '../../guidance/topic.ts';
import type { WantedPaper } from './print-topic.ts';

export interface PrintedDependencies {
  readonly topicsNow: LiveTopics;
  readonly print: (topic: Topic, wanted: WantedPaper) => Promise<Uint8Array | undefined>;
}

/** `undefined` if there is no such topic. Rejects if it could not be drawn. */
export type PrintedGuidance = (language: Language, id: string, form: PaperForm) => Promise<Uint8Array | undefined>;

/**
 * Draws each paper once for all who ask, until its topic changes: drawing takes a tenth of a second, and anyone may
 * ask.
 */
export function createPrintedGuidance(deps: PrintedDependencies): PrintedGuidance {
  const made = new WeakMap<Topic, Map<string, Promise<Uint8Array | undefined>>>();

  return async (language, id, form) => {
    const topic = deps.topicsNow().get(id);
    if (topic === undefined) return undefined;
    const papers = made.get(topic) ?? new Map<string, Promise<Uint8Array | undefined>>();
    made.set(topic, papers);
    const name = `${form} ${language}`;
    const before = papers.get(name);
    if (before !== undefined) return await before;
    const file = deps.print(topic, { language, form });
    papers.set(name, file);
    // A failure is tried again by the next request.
    file.catch(() => papers.delete(name));
    return await file;
  };
}
