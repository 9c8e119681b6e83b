import { eventText } from './event-text.ts';
import { refusalText } from './refusal-text.ts';
import { useTab } from './tab-context.ts';
import { Notice } from './notice.tsx';
import { notSealedText } from './not-sealed.ts';
import type { Sending } from './sending.ts';

/** A notice of what came of sending a form, and what is safe to assume where that is not known. */
export function SendingNotice({ sending, savedText }: { readonly sending: Sending; readonly savedText: string }) {
  const tab = useTab();
  const { say } = tab;
  switch (sending.kind) {
    case 'idle':
    case 'sending':
    case 'out':
      return null;
    case 'saved':
      return (
        <Notice tone="good" role="status">
          <p>{savedText}</p>
          {!sending.isNew && <p>{say('case.alreadySaved')}</p>}
        </Notice>
      );
    case 'moved':
      return (
        <Notice tone="careful" role="alert">
          <p>
            <strong>{say('case.movedHeading')}</strong>
          </p>
          <p>{say('case.movedText')}</p>
          <ul>
            {sending.changes.map((event) => (
              <li key={event.sequence}>{eventText(tab, event, sending.people)}</li>
            ))}
          </ul>
          <p>{say('case.movedAgain')}</p>
        </Notice>
      );
    case 'notSealed':
      return (
        <Notice tone="careful" role="alert">
          <p>{notSealedText(say, sending.why)}</p>
          <p>{say('case.stillHere')}</p>
        </Notice>
      );
    case 'refused':
      return (
        <Notice tone="careful" role="alert">
          <p>{refusalText(say, sending.refusal)}</p>
          {sending.refusal.code !== 'unconfirmed' && <p>{say('case.stillHere')}</p>}
        </Notice>
      );
  }
}
