import type { Language } from '../../concerns/terms/language.ts';
import type { PaperForm } from '../../concerns/terms/paper-forms.ts';
import type { LiveTopics, Topic } from '../../guidance/topic.ts';
import type { WantedPaper } from './print-topic.ts';

export interface PrintedDependencies {
  readonly topicsNow: LiveTopics;
  /** Draws a topic; `undefined` for a poster of a server that does not know its public address. */
  readonly print: (topic: Topic, wanted: WantedPaper) => Promise<Uint8Array | undefined>;
}

/** Makes a sheet or a poster of a topic by its id; `undefined` where there is none. Rejects if it could not be drawn. */
export type PrintedGuidance = (language: Language, id: string, form: PaperForm) => Promise<Uint8Array | undefined>;

/**
 * Each is made once for all who ask, and again where its topic has changed: making one takes a tenth of a second, and
 * anybody may ask. Whoever asks while one is made waits for the same.
 */
export function createPrintedGuidance(deps: PrintedDependencies): PrintedGuidance {
  /** A topic that changes is another object, and takes its papers with it. */
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
    // What went wrong is tried again by whoever asks next.
    file.catch(() => papers.delete(name));
    return await file;
  };
}
