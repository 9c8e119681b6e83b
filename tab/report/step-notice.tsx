import { useTab } from '../parts/tab-context.ts';
import type { Refused } from './page-talk.ts';
import { Notice } from '../parts/notice.tsx';

const wordOf = (code: Refused) => {
  if (code === 'list') return 'report.listRefused';
  if (code === 'tooOften') return 'report.tooOften';
  return code === 'notSignedIn' ? 'report.notSignedIn' : 'report.noAnswer';
};

/** The notice where a step was not carried out, or may not have been. What was typed stands below it still. */
export function StepNotice({ code }: { readonly code: Refused }) {
  const { say } = useTab();
  return (
    <Notice tone="careful" role="alert">
      <p>{say(wordOf(code))}</p>
    </Notice>
  );
}
