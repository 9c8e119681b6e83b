import { useCallback, useState } from 'react';
import { createHeldFiles } from '../files/held-files.ts';
import { waitFor } from '../files/wait-for.ts';
import { loadPart } from '../parts/load-part.ts';
import { useTab } from '../parts/tab-context.ts';
import { createPageTalk } from './page-talk.ts';
import { type Conversation, useTalk } from './use-talk.ts';

const random = (bytes: number): Uint8Array => crypto.getRandomValues(new Uint8Array(bytes));

const loadComeBack = async () =>
  (
    await loadPart(
      '../conversations/come-back-conversation.ts',
      () => import('../../conversations/come-back-conversation.ts'),
    )
  ).createComeBackConversation;

/** A conversation that this page leads for whoever is signed in to the tab. */
export function useConversation(onDone: () => void): Conversation {
  const { call, me, language, announce, say, endsForFiles } = useTab();
  const [held] = useState(() => createHeldFiles({ random, wait: waitFor }));
  const [talk] = useState(() =>
    createPageTalk({ call, me, random, held, endsForFiles, loadComeBack, monotonic: () => performance.now() }),
  );
  const onBusy = useCallback(() => announce(say('report.busy')), [announce, say]);
  return useTalk(talk, language, { held, onBusy, onDone });
}
