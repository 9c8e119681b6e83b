import { Link } from '@fluentui/react-components';
import { useDeferredValue, useMemo } from 'react';
import type { TellingWords } from '../../concerns/casework/telling-words.ts';
import { useTab } from '../parts/tab-context.ts';
import { useCaseContext } from './case-context.ts';
import { hintsIn, hintText } from './hints-in.ts';
import { Notice } from '../parts/notice.tsx';

export function TellingList(props: { readonly text: string; readonly onShow: (words: TellingWords) => void }) {
  const { say } = useTab();
  const { view } = useCaseContext();
  const text = useDeferredValue(props.text);
  const { language } = view.record;
  const found = useMemo(() => hintsIn(text, language), [text, language]);
  return (
    <Notice tone={found.length === 0 ? 'calm' : 'careful'} role="status">
      <p>{say('sanitised.tellingHeading', { count: found.length })}</p>
      {found.length > 0 && (
        <>
          <ul>
            {found.map((words) => (
              <li key={words.start}>
                <Link as="button" type="button" inline onClick={() => props.onShow(words)}>
                  {hintText(say, text, words)}
                </Link>
              </li>
            ))}
          </ul>
          <p>{say('sanitised.tellingAdvice')}</p>
        </>
      )}
    </Notice>
  );
}
