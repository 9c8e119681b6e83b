import { Spinner } from '@fluentui/react-components';
import { type ComponentType, createElement, type ReactNode } from 'react';
import { NoticePage } from '../parts/notice-page.tsx';
import { type Part, usePart } from '../parts/part.ts';
import { useTab } from '../parts/tab-context.ts';

export function LazyPage({ part, behind }: { readonly part: Part<ComponentType>; readonly behind: ReactNode }) {
  const { say } = useTab();
  const { loading, again } = usePart(part);
  if (loading.kind === 'loading') return <Spinner label={say('shell.loading')} />;
  if (loading.kind === 'ready') {
    return (
      <>
        {createElement(loading.it)}
        {behind}
      </>
    );
  }
  return (
    <>
      <div role="alert">
        <NoticePage heading={say('shell.pageMissingHeading')} action={{ words: say('shell.tryAgain'), run: again }}>
          {say('shell.pageMissing')}
        </NoticePage>
      </div>
      {behind}
    </>
  );
}
