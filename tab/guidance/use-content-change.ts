import { useRef, useState } from 'react';
import type { ContentRefusal } from '../../concerns/content/change-content.ts';
import type { ContentChanged, ContentView } from '../../contract/content.ts';
import type { WordKey } from '../../words/tab/say.ts';
import { refusalText } from '../parts/refusal-text.ts';
import { createRequestIds, newRequestId } from '../parts/request-ids.ts';
import { type Result, useTab } from '../parts/tab-context.ts';

const refusals = {
  ownWords: 'writing.ownWords',
  problems: 'writing.problems',
  notNow: 'writing.notNow',
  full: 'writing.full',
} as const satisfies Record<ContentRefusal, WordKey>;

interface Said {
  readonly tone: 'good' | 'careful';
  readonly text: string;
}

/** A repeat of a change is known by its `intent`. */
interface Change {
  readonly intent: readonly unknown[];
  readonly send: (request: string) => Promise<Result<ContentChanged>>;
  readonly done: string;
}

/** Makes one change at a time, each once however often it is sent; typed words stay. Returns whether it was made. */
export function useContentChange(onTopic: (topic: ContentView) => void): {
  readonly said: Said | undefined;
  readonly isBusy: boolean;
  readonly run: (change: Change) => Promise<boolean>;
} {
  const { say, announce } = useTab();
  const [ids] = useState(() => createRequestIds(newRequestId));
  const [said, setSaid] = useState<Said>();
  const [isBusy, setBusy] = useState(false);
  const running = useRef(false);

  const tell = (tone: Said['tone'], text: string): void => {
    setSaid({ tone, text });
    announce(text);
  };

  async function run({ intent, send, done }: Change): Promise<boolean> {
    // A second click while the first is on its way.
    if (running.current) return false;
    running.current = true;
    setBusy(true);
    try {
      const answer = await send(ids.of(JSON.stringify(intent)));
      if (!answer.ok) {
        tell('careful', refusalText(say, answer.refusal));
        return false;
      }
      ids.done();
      const changed = answer.value;
      onTopic(changed.topic);
      if (changed.kind === 'done') tell('good', done);
      else tell('careful', say(changed.kind === 'refused' ? refusals[changed.why] : 'writing.moved'));
      return changed.kind === 'done';
    } catch {
      // An error could hold words that were typed, so only a sentence is shown.
      tell('careful', refusalText(say, { code: 'failed' }));
      return false;
    } finally {
      running.current = false;
      setBusy(false);
    }
  }

  return { said, isBusy, run };
}
