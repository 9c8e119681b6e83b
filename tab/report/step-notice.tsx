import { useTab } from '../parts/tab-context.ts';
import type { Refusal } from '../../contract/answers.ts';
import { Notice } from '../parts/notice.tsx';

/** The notice where a step was not carried out, or may not have been. What was typed stands below it still. */
export function StepNotice({ code }: { readonly code: Refusal['code'] }) {
  const { say } = useTab();
  const words =
    code === 'tooOften' ? 'report.tooOften' : code === 'notSignedIn' ? 'report.notSignedIn' : 'report.noAnswer';
  return (
    <Notice tone="careful" role="alert">
      <p>{say(words)}</p>
    </Notice>
  );
}
